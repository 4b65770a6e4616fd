<#assign subject>Falling due soon: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>According to our books of ${day} the following falls due in the next days. Nothing of it is late; this is only to help you plan.</#assign>
<#assign request>If everything is in order, nothing is to be done but to pay on the agreed day. If something is wrong with an invoice, please tell us now by answering this mail.</#assign>

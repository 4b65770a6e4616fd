<#assign subject>À échéance : ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Selon nos livres au ${day}, les montants suivants sont à échéance.</#assign>
<#assign request>Merci de virer le montant sur le compte qui figure sur nos factures, si ce n’est pas déjà fait.</#assign>

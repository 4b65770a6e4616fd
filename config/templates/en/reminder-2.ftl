<#assign subject>Second reminder: ${asked} overdue · ${customer.number} · ${company.name}</#assign>
<#assign opening>We have reminded you before; according to our books of ${day} the following is still open.</#assign>
<#assign request>Please pay now, or tell us by when you will, or what keeps you from it.</#assign>

<#assign subject>Final notice: ${asked} until ${lastDay} · ${customer.number} · ${company.name}</#assign>
<#assign opening>We have reminded you several times; according to our books of ${day} the following is still open.</#assign>
<#assign request>This is our last notice. Please pay by ${lastDay}, or tell us by then what keeps you from it. After that day we shall look at this account in person.</#assign>

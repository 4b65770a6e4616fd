<#assign subject>Due: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>According to our books of ${day} the following is due now.</#assign>
<#assign request>Please transfer the amount to the account that you know from our invoices, if that has not been done yet.</#assign>

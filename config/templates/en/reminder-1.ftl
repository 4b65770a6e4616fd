<#assign subject>Reminder: ${asked} overdue · ${customer.number} · ${company.name}</#assign>
<#assign opening>Perhaps it has been overlooked: according to our books of ${day} the following is overdue.</#assign>
<#assign request>Please transfer the open amount in the next days to the account that you know from our invoices.</#assign>

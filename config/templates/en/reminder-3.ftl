<#assign subject>Third reminder: ${asked} overdue · ${customer.number} · ${company.name}</#assign>
<#assign opening>In spite of two reminders the following is still open according to our books of ${day}.</#assign>
<#assign request>Please pay without further delay. If you cannot, or if you disagree, we ask you to contact us now, so that we can settle it together.</#assign>

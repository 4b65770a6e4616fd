<#-- What every reminder says, in English. Change the words; keep the names. -->
<#assign head = {"document": "Invoice", "due": "Due", "days": "Days overdue", "amount": "Amount", "open": "Open"}>
<#assign greeting>Dear <#if customer.contact?has_content>${customer.contact}<#else>Sir or Madam</#if>,</#assign>
<#assign total>Open in total</#assign>
<#assign credited>Less credit and payments already here</#assign>
<#assign excluded>Less what is disputed, promised or agreed</#assign>
<#assign notAskedFor>Not asked for here</#assign>
<#assign markWords = {"DISPUTED": "disputed; we answer by", "PROMISED": "promised by", "IN_PLAN": "by the plan of instalments, next on", "PAUSED": "we look into your answer until"}>
<#assign toPay>To be paid</#assign>
<#assign interestWords>Interest under {law} until {day}</#assign>
<#assign lumpSumWords>Costs of collecting, lump sum under {law}</#assign>
<#assign interestNote>This is not part of the amount above; we reserve the right to claim it.</#assign>
<#assign reservation>This message does not change the agreed terms of payment or what is owed for late payment.</#assign>
<#assign crossing>If you have paid in the meantime, please disregard this message: your payment and our mail have crossed. If you dispute an invoice or miss one, simply answer this mail.</#assign>
<#assign safety>Our bank details do not change by e-mail. If a message says otherwise, please call us on the number in your contract before you pay.</#assign>
<#assign farewell>Kind regards,</#assign>

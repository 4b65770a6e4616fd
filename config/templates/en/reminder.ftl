<#-- What every reminder says, in English. Change the words; keep the names. -->
<#assign head = {"document": "Invoice", "due": "Due", "days": "Days overdue", "amount": "Amount", "open": "Open", "level": "Reminder"}>
<#assign finalWord>final notice</#assign>
<#assign finalStands>{document}: our final notice was on {day}; its last day, {lastDay}, stands.</#assign>
<#assign mixedSubject>Reminder: ${asked} overdue · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>According to our books of ${day} the following is overdue. The last column says how far we have come with each invoice.</#assign>
<#assign greeting>Dear <#if customer.contact?has_content>${customer.contact}<#else>Sir or Madam</#if>,</#assign>
<#assign total>Open in total</#assign>
<#assign credited>Less credit and payments already here</#assign>
<#assign excluded>Less what is disputed, promised, agreed or kept back</#assign>
<#assign notAskedFor>Not asked for here</#assign>
<#assign markWords = {"DISPUTED": "disputed; we answer by", "PROMISED": "promised by", "IN_PLAN": "by the plan of instalments, next on", "PAUSED": "we look into your answer until", "HELD": "kept back by us for now"}>
<#assign toPay>To be paid</#assign>
<#assign interestWords>Interest under {law} until {day}</#assign>
<#assign lumpSumWords>Costs of collecting, lump sum under {law}</#assign>
<#assign feeWords>Fee for this reminder</#assign>
<#assign interestNote>This is not part of the amount above; we reserve the right to claim it.</#assign>
<#assign reservation>This message does not change the agreed terms of payment or what is owed for late payment.</#assign>
<#assign crossing>If you have paid in the meantime, please disregard this message: your payment and our mail have crossed.</#assign>
<#assign safety>Our bank details do not change by e-mail. If a message says otherwise, please call us on the number in your contract before you pay.</#assign>
<#assign farewell>Kind regards,</#assign>
<#assign hereIntro>Already here and not yet set against an invoice</#assign>
<#assign hereWords = {"CREDIT_NOTE": "credit note {document} of {day}", "UNAPPLIED": "your payment of {day}"}>
<#assign laterIntro>Not yet due, for your information</#assign>
<#assign laterMore>and {count} more</#assign>
<#assign laterTotal>Not yet due in total</#assign>
<#assign statementNote>Our last statement of account to you: {reference}, as of {day}.</#assign>
<#assign statementAttached>It is attached.</#assign>
<#assign payIntro>How to pay</#assign>
<#assign payWords = {"amount": "Amount", "holder": "Account holder", "account": "Account", "bic": "BIC", "bank": "Bank", "reference": "Reference"}>
<#assign payCode>Scan this code with your banking app</#assign>
<#assign answerIntro>You can answer in one step: reply to this mail with one of these sentences and leave the reference in the subject.</#assign>
<#assign answers = [
    {"subject": "Paid", "words": "We have paid on … (day), reference: …"},
    {"subject": "Payment date", "words": "We will pay on … (day), amount: …"},
    {"subject": "Dispute", "words": "We dispute invoice …, because …"},
    {"subject": "Wrong contact", "words": "Please write to this person instead: … (name, address)"}]>
<#assign talkTo>Who you can talk to</#assign>
<#assign letterCrossing>If you have paid in the meantime, please disregard this letter: your payment and our letter have crossed.</#assign>
<#assign letterAnswer>To answer, please write to {address} and name {reference}: that you have paid and when, by when you will pay, what you dispute, or to whom we should write.</#assign>

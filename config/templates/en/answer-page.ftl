<#-- What the page says on which a customer answers a statement, in English. Change the words; keep the names. -->
<#assign title>Statement of account</#assign>
<#assign asOf>As of</#assign>
<#assign owedText>Balance in our favour</#assign>
<#assign favourText>Balance in your favour</#assign>
<#assign openItems>Open items</#assign>
<#assign unapplied>Payments not yet applied</#assign>
<#assign head = {"document": "Document", "issued": "Issued", "due": "Due", "open": "Open", "received": "Received", "reference": "Reference"}>
<#assign answerHeading>Your answer</#assign>
<#assign answerText>Please compare the balance with your books. Your answer is recorded once, together with your name and the time.</#assign>
<#assign personLabel>Your name</#assign>
<#assign roleLabel>Your function (optional)</#assign>
<#assign entitledText>I may answer for ${customer.name}.</#assign>
<#assign agreeButton>The balance is right</#assign>
<#assign differSummary>The balance differs from our books</#assign>
<#assign differText>Name the lines that differ and the amount that you have; leave the others as they are. You may attach your own list.</#assign>
<#assign reasonLabel>What differs</#assign>
<#assign reasonNone>Agreed</#assign>
<#assign reasonWords = {"PAID": "Already paid", "NOT_KNOWN": "Document not received", "AMOUNT": "Another amount", "CREDIT": "Credit note is missing", "GOODS": "Goods or service in dispute", "OTHER": "Another reason"}>
<#assign amountLabel>Open by your books (optional)</#assign>
<#assign noteLabel>Anything else we should know (optional)</#assign>
<#assign fileLabel>Your list, as CSV, XLSX or PDF (optional)</#assign>
<#assign differButton>Send the differences</#assign>
<#assign stateWords = {"AGREED": "Thank you. We have recorded that both sides hold the same balance.", "RECEIVED": "Thank you. We have recorded your answer; a person will look at it.", "ANSWERED": "This statement was answered already. To change the answer, please reply to the mail that brought it.", "EXPIRED": "This page has expired. Please reply to the mail that brought the statement.", "SUPERSEDED": "A later version of this statement was sent. Please answer that one."}>
<#assign wrongWords = {"PERSON": "Please write your name and confirm that you may answer.", "NOTHING": "Please name at least one line that differs, write a note or attach your list.", "AMOUNT": "One of the amounts cannot be read. Please write it with digits, such as 1234.50.", "FILE": "The file is too large or of another kind. Please attach a CSV, XLSX or PDF file."}>
<#assign safety>Our bank details do not change by e-mail or on this page.</#assign>

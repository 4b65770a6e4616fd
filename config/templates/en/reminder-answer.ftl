<#-- What a customer is told when it has answered a reminder, in English. -->
<#assign subject>Your answer to our reminder · ${customer.number} · ${company.name}</#assign>
<#assign greeting>Dear <#if customer.contact?has_content>${customer.contact}<#else>Sir or Madam</#if>,</#assign>
<#assign received>Thank you for your answer to our reminder. It has reached us, and a person will look at it.</#assign>
<#assign paused>Until {day} we do not remind you of what your answer is about.</#assign>
<#assign nothingElse>This message confirms that your answer came; it changes nothing of what is owed or agreed.</#assign>
<#assign safety>Our bank details do not change by e-mail. If a message says otherwise, please call us on the number in your contract before you pay.</#assign>
<#assign farewell>Kind regards,</#assign>

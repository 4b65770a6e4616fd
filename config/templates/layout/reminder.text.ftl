<#-- The plain text of a reminder. It says all that the HTML says; the words are in <language>/reminder*.ftl. -->
<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/" + template + ".ftl">
<#assign gap = "  ">
${greeting}

<#if mixed>${mixedOpening}<#else>${opening}</#if>
<#list sections as section>
<#assign wide = head.document?length, wideDue = head.due?length, wideDays = head.days?length, wideAmount = head.amount?length, wideOpen = head.open?length>
<#list section.rows as row>
<#assign wide = [wide, row.document?length]?max, wideDue = [wideDue, row.due?length]?max, wideDays = [wideDays, row.days?string?length]?max, wideAmount = [wideAmount, row.amount?length]?max, wideOpen = [wideOpen, row.open?length, section.open?length]?max>
</#list>

${head.document?right_pad(wide)}${gap}${head.due?right_pad(wideDue)}${gap}${head.days?left_pad(wideDays)}${gap}${head.amount?left_pad(wideAmount)}${gap}${head.open?left_pad(wideOpen)}<#if (level > 0)>${gap}${head.level}</#if>
<#list section.rows as row>
${row.document?right_pad(wide)}${gap}${row.due?right_pad(wideDue)}${gap}${row.days?string?left_pad(wideDays)}${gap}${row.amount?left_pad(wideAmount)}${gap}${row.open?left_pad(wideOpen)}<#if (level > 0)>${gap}<#if row.final>${finalWord}<#elseif (row.level > 0)>${row.level}<#else>–</#if></#if>
</#list>

${total}: ${section.open}
<#if section.excluded?has_content>
${excluded}: −${section.excluded}
</#if>
<#if section.credited?has_content>
${credited}: −${section.credited}
</#if>
<#if section.excluded?has_content || section.credited?has_content>
${toPay}: ${section.asked}
</#if>
<#list section.finals as each>

${finalStands?replace("{document}", each.document)?replace("{day}", each.day)?replace("{lastDay}", each.lastDay)}
</#list>
<#if section.notAskedFor?has_content>

${notAskedFor}:
<#list section.notAskedFor as each>
${each.document}${gap}${each.amount}${gap}${((markWords[each.mark])!"") + each.until?has_content?then(" " + each.until, "")}
</#list>
</#if>
<#if section.here?has_content>

${hereIntro}:
<#list section.here as each>
${hereWords[each.kind]?replace("{document}", each.document)?replace("{day}", each.day)}: ${each.amount}
</#list>
</#if>
<#if section.interest??>

<#if section.interest.amount?has_content>
${interestWords?replace("{law}", section.interest.law)?replace("{day}", section.interest.until)}: ${section.interest.amount}
</#if>
<#if section.interest.lumpSums?has_content>
${lumpSumWords?replace("{law}", section.interest.law)}: ${section.interest.lumpSums}
</#if>
<#if section.interest.fee?has_content>
${feeWords}: ${section.interest.fee}
</#if>
${interestNote}
</#if>
</#list>
<#if reserved>

${reservation}
</#if>

${request}

${crossing}
<#list sections as section>
<#if section.pay??>

${payIntro}
<#list ["amount", "holder", "account", "bic", "bank", "reference"] as key>
<#if section.pay[key]?has_content>
${payWords[key]}: ${section.pay[key]}
</#if>
</#list>
</#if>
</#list>

${answerIntro}
<#list answers as answer>
- ${answer.words}
</#list>
<#list sections as section>
<#if section.later.rows?has_content>

${laterIntro}:
<#list section.later.rows as row>
${row.document}${gap}${row.due}${gap}${row.open}
</#list>
<#if (section.later.more > 0)>
${laterMore?replace("{count}", section.later.more?string)}
</#if>
${laterTotal}: ${section.later.sum}
</#if>
</#list>
<#if statement??>

${statementNote?replace("{reference}", statement.reference)?replace("{day}", statement.day)}<#if statement.attached> ${statementAttached}</#if>
</#if>
<#if contact??>

${talkTo}: ${contact.name}<#if contact.phone?has_content>, ${contact.phone}</#if><#if contact.mail?has_content>, ${contact.mail}</#if>
</#if>

${safety}

${farewell}
${company.name}
<#list company.address as line>
${line}
</#list>

<#-- The plain text of a reminder. It says all that the HTML says; the words are in <language>/reminder*.ftl. -->
<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/" + template + ".ftl">
<#assign gap = "  ">
${greeting}

${opening}
<#list sections as section>
<#assign wide = head.document?length, wideDue = head.due?length, wideDays = head.days?length, wideAmount = head.amount?length, wideOpen = head.open?length>
<#list section.rows as row>
<#assign wide = [wide, row.document?length]?max, wideDue = [wideDue, row.due?length]?max, wideDays = [wideDays, row.days?string?length]?max, wideAmount = [wideAmount, row.amount?length]?max, wideOpen = [wideOpen, row.open?length, section.open?length]?max>
</#list>

${head.document?right_pad(wide)}${gap}${head.due?right_pad(wideDue)}${gap}${head.days?left_pad(wideDays)}${gap}${head.amount?left_pad(wideAmount)}${gap}${head.open?left_pad(wideOpen)}
<#list section.rows as row>
${row.document?right_pad(wide)}${gap}${row.due?right_pad(wideDue)}${gap}${row.days?string?left_pad(wideDays)}${gap}${row.amount?left_pad(wideAmount)}${gap}${row.open?left_pad(wideOpen)}
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
<#if section.notAskedFor?has_content>

${notAskedFor}:
<#list section.notAskedFor as each>
${each.document}${gap}${each.amount}${gap}${markWords[each.mark]} ${each.until}
</#list>
</#if>
<#if section.interest??>

${interestWords?replace("{law}", section.interest.law)?replace("{day}", section.interest.until)}: ${section.interest.amount}
<#if section.interest.lumpSums?has_content>
${lumpSumWords?replace("{law}", section.interest.law)}: ${section.interest.lumpSums}
</#if>
${interestNote}
</#if>
</#list>
<#if reserved>

${reservation}
</#if>

${request}

${crossing}

${safety}

${farewell}
${company.name}
<#list company.address as line>
${line}
</#list>

<#-- What finance is told of a run of reminders. The words are in <language>/reminders-summary.ftl. -->
<#include "/" + language + "/reminders-summary.ftl">
<#if what == "alarm">
${alarmText}

<#list expired as receipt>
${receipt.payment}  ${receipt.amount}  ${receipt.since}  ${receipt.customer}
</#list>
<#if (moreExpired > 0)>
+ ${moreExpired}
</#if>
<#else>
${headline}
<#if nobody?has_content>
${nobodyText}: ${nobody}
</#if>
<#list levels as each>
  ${(each.level < 0)?then(noticeWord, "${levelWord} ${each.level}")}: ${each.count}
</#list>
<#list notes as note>
${noteText} ${note}
</#list>
<#if reasons?has_content>

${withheldText}
<#list reasons as reason>
  ${reason.count} × ${(reasonWords[reason.code])!reason.words}<#if reason.amount?has_content>, ${reason.amount}</#if>
</#list>

<#list withheld as each>
${each.customer}  ${each.words}
</#list>
<#if (more > 0)>
+ ${more}
</#if>
</#if>
</#if>

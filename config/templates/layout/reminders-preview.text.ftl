<#-- What finance is shown of reminders that wait for it. The words are in <language>/reminders-preview.ftl. -->
<#include "/" + language + "/reminders-preview.ftl">
${headline}

<#list lines as each>
${each.customer}  ${each.name}  ${(each.level < 0)?then(noticeWord, "${levelWord} ${each.level}")}  ${each.asked}  ${each.to}<#if each.why?has_content>  (${each.why})</#if>
</#list>
<#if (more > 0)>
+ ${more}
</#if>

<#if replyTo?has_content>
${answerText}
  ${releaseWord}: ${releasesAll}
  ${stopWord}: ${stopsAll}

</#if>
${releaseText}: saldo reminders release --company ${companyId} --day ${isoDay} --reason "..."
${stopText}: saldo reminders stop --company ${companyId} --day ${isoDay} --reason "..."

${note}

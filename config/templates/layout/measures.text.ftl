<#-- What finance is told of the effect of reminders. The words are in <language>/measures.ftl. -->
<#include "/" + language + "/measures.ftl">
${headline}
<#if suggestions?has_content>

${suggestTitle}
<#list suggestions as each>
- ${suggestion(each)}
</#list>
</#if>
<#if effects?has_content>

${effectTitle}
<#list effects as each>
  ${effectLine(each)}
</#list>
<#if (percent > 0)>
${boundsText}
</#if>
</#if>
<#if times?has_content>

${timeTitle}
<#list times as each>
  ${timeLine(each)}
</#list>
</#if>
<#if (promises.all > 0)>

${promisesTitle}
  ${promisesLine}
</#if>
<#if recoveries?has_content>

${recoveryTitle}
<#list recoveries as each>
  ${ageLabel(each.age)}: ${recoveryLine(each)}
</#list>
</#if>
<#if causes?has_content>

${causesTitle}
<#list causes as each>
  ${causeLine(each)}
</#list>
</#if>

<#-- What people in the house are told beside finance. The words are in <language>/house.ftl. -->
<#include "/" + language + "/house.ftl">
${intro}

<#if what == "steps">
<#list steps as s>
  ${stepLine(s)}
<#if s.papers?has_content>
      ${papersWord} ${s.papers}
</#if>
</#list>
<#if (more > 0)>
  ${moreText}
</#if>

${closing}
<#elseif what == "broken">
<#list broken as b>
  ${brokenLine(b)}<#if b.again>; ${againWord}</#if>
</#list>

${closing}
<#else>
<#list holds as h>
${h.label}  ${actionWords[h.action]!h.action}  ${h.customer}: ${h.reason}
</#list>
</#if>

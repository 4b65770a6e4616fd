<#-- The plain text of an acknowledgement; the words are in <language>/reminder-answer.ftl. -->
<#include "/" + language + "/reminder-answer.ftl">
${greeting}

${received}
<#if until?has_content>
${paused?replace("{day}", until)}
</#if>
${nothingElse}

${safety}

${farewell}
${company.name}

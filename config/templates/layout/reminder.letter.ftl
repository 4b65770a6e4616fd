<#-- A reminder to print: on each line what it is, then its cells, all parted by tabs. Words: <language>/reminder*.ftl. -->
<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/" + template + ".ftl">
HEAD	<#if mixed && lastDay == "">${mixedSubject}<#else>${subject}</#if>
PARAGRAPH	${greeting}
PARAGRAPH	<#if mixed>${mixedOpening}<#else>${opening}</#if>
<#list sections as section>
COLUMNS	${head.document}	${head.due}	${head.days}	${head.amount}	${head.open}<#if (level > 0)>	${head.level}</#if>
<#list section.rows as row>
ROW	${row.document}	${row.due}	${row.days}	${row.amount}	${row.open}<#if (level > 0)>	<#if row.final>${finalWord}<#elseif (row.level > 0)>${row.level}<#else>–</#if></#if>
</#list>
TOTAL	${total}				${section.open}<#if (level > 0)>	</#if>
<#list section.finals as each>
PARAGRAPH	${finalStands?replace("{document}", each.document)?replace("{day}", each.day)?replace("{lastDay}", each.lastDay)}
</#list>
<#if section.excluded?has_content>
PARAGRAPH	${excluded}: -${section.excluded}
</#if>
<#if section.credited?has_content>
PARAGRAPH	${credited}: -${section.credited}
</#if>
<#if section.excluded?has_content || section.credited?has_content>
PARAGRAPH	${toPay}: ${section.asked}
</#if>
<#list section.notAskedFor as each>
PARAGRAPH	${notAskedFor}: ${each.document}, ${each.amount}, ${((markWords[each.mark])!"") + each.until?has_content?then(" " + each.until, "")}
</#list>
<#list section.here as each>
PARAGRAPH	${hereIntro}: ${hereWords[each.kind]?replace("{document}", each.document)?replace("{day}", each.day)}, ${each.amount}
</#list>
<#if section.interest??>
PARAGRAPH	<#if section.interest.amount?has_content>${interestWords?replace("{law}", section.interest.law)?replace("{day}", section.interest.until)}: ${section.interest.amount}. </#if><#if section.interest.lumpSums?has_content>${lumpSumWords?replace("{law}", section.interest.law)}: ${section.interest.lumpSums}. </#if><#if section.interest.fee?has_content>${feeWords}: ${section.interest.fee}. </#if>${interestNote}
</#if>
</#list>
<#if reserved>
PARAGRAPH	${reservation}
</#if>
PARAGRAPH	${request}
PARAGRAPH	${letterCrossing}
<#list sections as section>
<#if section.pay??>
HEADING	${payIntro}
<#list ["amount", "holder", "account", "bic", "bank", "reference"] as key>
<#if section.pay[key]?has_content>
PAY	${payWords[key]}	${section.pay[key]}
</#if>
</#list>
</#if>
</#list>
PARAGRAPH	${letterAnswer?replace("{address}", reply.address)?replace("{reference}", reply.token)}
<#list sections as section>
<#if section.later.rows?has_content>
PARAGRAPH	${laterTotal}: ${section.later.sum}
</#if>
</#list>
<#if statement??>
PARAGRAPH	${statementNote?replace("{reference}", statement.reference)?replace("{day}", statement.day)}
</#if>
<#if contact??>
PARAGRAPH	${talkTo}: ${contact.name}<#if contact.phone?has_content>, ${contact.phone}</#if><#if contact.mail?has_content>, ${contact.mail}</#if>
</#if>
PARAGRAPH	${safety}
PARAGRAPH	${farewell}
PARAGRAPH	${company.name}
CODE	${payCode}

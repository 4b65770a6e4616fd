<#-- One label of the chart: told, held or age with a number, or the titles effect and recovery. -->
<#include "/" + language + "/measures.ftl">
<#switch what><#case "told">${toldLabel(number)}<#break><#case "held">${heldLabel(number)}<#break><#case "age">${ageLabel(number)}<#break><#case "effect">${effectTitle}<#break><#default>${recoveryTitle}</#switch>

<#-- What finance is told of the effect of reminders, in English. -->
<#assign subject>What reminders brought, up to ${day} · ${company}</#assign>
<#assign headline>Reminders and payments of ${company} from ${first} to ${day}, by what is known now.</#assign>
<#assign effectTitle>Items paid in full within ${within} days</#assign>
<#assign boundsText>In brackets: between which bounds the true difference lies in 95 of 100 cases. ${percent} % of the customers, drawn by lot, are reminded ${days} days later.</#assign>
<#assign timeTitle>Days until half of the items were paid</#assign>
<#assign promisesTitle>Promises to pay</#assign>
<#assign recoveryTitle>Collected of what was still open at an age, within ${recoveryDays} days</#assign>
<#assign causesTitle>Why what is overdue is late</#assign>
<#assign causeWords = {"DISPUTED": "disputed", "UNKNOWN": "nobody has noted why"}>
<#assign suggestTitle>What to change</#assign>
<#function stepName level><#return (level < 0)?then("Notice ${-level} before level 1", "Level ${level}")></#function>
<#function toldLabel level><#return "${stepName(level)}, reminded"></#function>
<#function heldLabel level><#return "${stepName(level)}, not yet"></#function>
<#function ageLabel age><#return (age == 0)?then("on the due date", "${age} days overdue")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)}: ${e.toldPaid} of ${e.told} items of ${e.toldCustomers} customers">
<#if (e.held > 0)><#local line = line + "; of those not reminded yet ${e.heldPaid} of ${e.held} items of ${e.heldCustomers} customers"></#if>
<#if e.points?has_content><#local line = line + "; difference ${e.points} points (${e.low} to ${e.high})"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)}: " + t.median?has_content?then("${t.median} days", "less than half were paid") + ", ${t.items} items"></#function>
<#assign promisesLine><#if promises.share??>${promises.kept} of ${promises.all} kept (${promises.share}; ${promises.low} to ${promises.high}), ${promises.partly} kept in part, ${promises.broken} broken</#if></#assign>
<#function recoveryLine r><#return "${r.share}, ${r.collected} of ${r.open}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words}: ${c.open} (${c.share}), ${c.documents} documents of ${c.customers} customers"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "Nobody is held out (measures.yaml, hold-out): what would have been paid anyway is not known, so no effect can be told.">
<#case "WAIT"><#return "${stepName(s.level)}: ${s.number} more customers are needed in the smaller group before anything can be said.">
<#case "KEEP"><#return "${stepName(s.level)} works: at least ${s.number} points more are paid in time. Keep it.">
<#case "CHANGE"><#return "${stepName(s.level)} brings less than ${s.number} points. Try other words, another day, or a call.">
<#case "UNDECIDED"><#return "${stepName(s.level)}: no effect is proved yet; it may be up to ${s.number} points. Go on measuring.">
<#case "HARMS"><#return "${stepName(s.level)}: those who were reminded paid less often, by at least ${s.number} points. Read its words again.">
<#case "PROMISES"><#return "At best ${s.number} % of the promises are kept. Ask for a part at once, or for a plan of instalments.">
<#default><#return "Of what is ${s.level} days overdue only ${s.number} % still comes in. Act before that age.">
</#switch>
</#function>

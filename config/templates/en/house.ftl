<#-- What people in the house are told beside finance, in English. Change the words; keep the names. -->
<#assign kindWords = {"phone": "call the customer", "salesperson": "tell the salesperson", "manager": "tell the manager", "hold": "propose to hold deliveries", "handover": "prepare the handover"}>
<#assign actionWords = {"HOLD": "hold", "RELEASE": "release"}>
<#function stepLine s><#return "${s.label}: ${kindWords[s.kind]!s.kind}: ${s.customer} ${s.name}, ${s.asked} overdue, for ${s.days} days"></#function>
<#function brokenLine b><#return "${b.label}  ${b.promised} by ${b.by}, ${b.paid} came"></#function>
<#assign againWord>it was promised anew</#assign>
<#assign papersWord>its papers:</#assign>
<#if what == "steps">
<#assign subject>${company}: ${count} customer(s) need you, ${day}</#assign>
<#assign intro>These customers need you today:</#assign>
<#assign moreText>and ${more} more: `saldo steps`</#assign>
<#assign closing>When it is done: `saldo steps --done ${steps[0].label} --reason "what came of it"`, or --drop. `saldo explain ${steps[0].customer}` tells all that was said to the first of them.</#assign>
<#elseif what == "broken">
<#assign subject>${company}: ${count} broken promises in a row: ${customer}</#assign>
<#assign intro>Customer ${customer} has broken ${count} promises in a row:</#assign>
<#assign closing>Another word of it pauses no reminder. Agree on instalments (`saldo plan`), hold deliveries (`saldo hold`), or hand it over (`saldo export handover`); `saldo explain ${customer}` tells all that was said.</#assign>
<#else>
<#assign subject>${company}: credit holds: ${count}</#assign>
<#assign intro>Please hold or release deliveries as the attached list says, and confirm each by `saldo hold confirm CH-...` or an instruction CONFIRM_HOLD.</#assign>
</#if>

<#-- What finance is told of the effect of reminders, in French. -->
<#assign subject>Ce que les rappels ont apporté, jusqu’au ${day} · ${company}</#assign>
<#assign headline>Rappels et paiements de ${company} du ${first} au ${day}, d’après ce qui est connu aujourd’hui.</#assign>
<#assign effectTitle>Postes payés en entier sous ${within} jours</#assign>
<#assign boundsText>Entre parenthèses : les bornes entre lesquelles se trouve la vraie différence dans 95 cas sur 100. ${percent} % des clients, tirés au sort, sont relancés ${days} jours plus tard.</#assign>
<#assign timeTitle>Jours jusqu’au paiement de la moitié des postes</#assign>
<#assign promisesTitle>Promesses de paiement</#assign>
<#assign recoveryTitle>Encaissé sous ${recoveryDays} jours de ce qui restait ouvert à chaque âge</#assign>
<#assign causesTitle>Pourquoi ce qui est échu est en retard</#assign>
<#assign causeWords = {"DISPUTED": "contesté", "UNKNOWN": "personne n’a noté la raison"}>
<#assign suggestTitle>Ce qu’il faudrait changer</#assign>
<#function stepName level><#return (level < 0)?then("Avis ${-level} avant le niveau 1", "Niveau ${level}")></#function>
<#function toldLabel level><#return "${stepName(level)}, relancés"></#function>
<#function heldLabel level><#return "${stepName(level)}, pas encore"></#function>
<#function ageLabel age><#return (age == 0)?then("à l’échéance", "${age} jours de retard")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)} : ${e.toldPaid} de ${e.told} postes chez ${e.toldCustomers} clients">
<#if (e.held > 0)><#local line = line + " ; pas encore relancés ${e.heldPaid} de ${e.held} postes chez ${e.heldCustomers} clients"></#if>
<#if e.points?has_content><#local line = line + " ; différence ${e.points} points (${e.low} à ${e.high})"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)} : " + t.median?has_content?then("${t.median} jours", "moins de la moitié a été payée") + ", ${t.items} postes"></#function>
<#assign promisesLine><#if promises.share??>${promises.kept} sur ${promises.all} tenues (${promises.share} ; ${promises.low} à ${promises.high}), ${promises.partly} en partie, ${promises.broken} rompues</#if></#assign>
<#function recoveryLine r><#return "${r.share}, ${r.collected} sur ${r.open}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words} : ${c.open} (${c.share}), ${c.documents} documents de ${c.customers} clients"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "Il n’y a pas de groupe témoin (measures.yaml, hold-out) : on ignore ce qui aurait été payé de toute façon, donc l’effet aussi.">
<#case "WAIT"><#return "${stepName(s.level)} : il manque ${s.number} clients dans le plus petit groupe pour pouvoir dire quelque chose.">
<#case "KEEP"><#return "${stepName(s.level)} agit : au moins ${s.number} points de plus sont payés à temps. À garder.">
<#case "CHANGE"><#return "${stepName(s.level)} apporte moins de ${s.number} points. Essayer d’autres mots, un autre jour ou un appel.">
<#case "UNDECIDED"><#return "${stepName(s.level)} : aucun effet n’est encore prouvé ; il peut aller jusqu’à ${s.number} points. Continuer à mesurer.">
<#case "HARMS"><#return "${stepName(s.level)} : les clients relancés ont moins payé, d’au moins ${s.number} points. Relire le texte.">
<#case "PROMISES"><#return "Au mieux ${s.number} % des promesses sont tenues. Demander une partie tout de suite, ou un échéancier.">
<#default><#return "De ce qui a ${s.level} jours de retard, on n’encaisse plus que ${s.number} %. Agir avant.">
</#switch>
</#function>

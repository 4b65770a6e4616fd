<#-- What finance is told of the effect of reminders, in Spanish. -->
<#assign subject>Qué consiguieron los recordatorios, hasta el ${day} · ${company}</#assign>
<#assign headline>Recordatorios y pagos de ${company} del ${first} al ${day}, según lo que se sabe hoy.</#assign>
<#assign effectTitle>Partidas pagadas por completo en ${within} días</#assign>
<#assign boundsText>Entre paréntesis: los límites entre los que está la diferencia verdadera en 95 de 100 casos. Al ${percent} % de los clientes, elegidos por sorteo, se les recuerda ${days} días más tarde.</#assign>
<#assign timeTitle>Días hasta que se pagó la mitad de las partidas</#assign>
<#assign promisesTitle>Promesas de pago</#assign>
<#assign recoveryTitle>Cobrado en ${recoveryDays} días de lo que seguía pendiente a cada edad</#assign>
<#assign causesTitle>Por qué está vencido lo vencido</#assign>
<#assign causeWords = {"DISPUTED": "en disputa", "UNKNOWN": "nadie ha anotado el motivo"}>
<#assign suggestTitle>Qué conviene cambiar</#assign>
<#function stepName level><#return (level < 0)?then("Aviso ${-level} antes del nivel 1", "Nivel ${level}")></#function>
<#function toldLabel level><#return "${stepName(level)}, avisados"></#function>
<#function heldLabel level><#return "${stepName(level)}, aún no"></#function>
<#function ageLabel age><#return (age == 0)?then("el día del vencimiento", "${age} días de retraso")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)}: ${e.toldPaid} de ${e.told} partidas de ${e.toldCustomers} clientes">
<#if (e.held > 0)><#local line = line + "; aún sin avisar ${e.heldPaid} de ${e.held} partidas de ${e.heldCustomers} clientes"></#if>
<#if e.points?has_content><#local line = line + "; diferencia ${e.points} puntos (de ${e.low} a ${e.high})"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)}: " + t.median?has_content?then("${t.median} días", "se pagó menos de la mitad") + ", ${t.items} partidas"></#function>
<#assign promisesLine><#if promises.share??>${promises.kept} de ${promises.all} cumplidas (${promises.share}; de ${promises.low} a ${promises.high}), ${promises.partly} en parte, ${promises.broken} incumplidas</#if></#assign>
<#function recoveryLine r><#return "${r.share}, ${r.collected} de ${r.open}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words}: ${c.open} (${c.share}), ${c.documents} documentos de ${c.customers} clientes"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "No hay grupo de comparación (measures.yaml, hold-out): no se sabe qué se habría pagado de todos modos, así que no se puede decir el efecto.">
<#case "WAIT"><#return "${stepName(s.level)}: faltan ${s.number} clientes en el grupo menor para poder decir algo.">
<#case "KEEP"><#return "${stepName(s.level)} funciona: se pagan a tiempo al menos ${s.number} puntos más. Mantenerlo.">
<#case "CHANGE"><#return "${stepName(s.level)} aporta menos de ${s.number} puntos. Probar otras palabras, otro día o una llamada.">
<#case "UNDECIDED"><#return "${stepName(s.level)}: aún no hay efecto probado; podrían ser hasta ${s.number} puntos. Seguir midiendo.">
<#case "HARMS"><#return "${stepName(s.level)}: los avisados pagaron menos, al menos ${s.number} puntos. Revisar el texto.">
<#case "PROMISES"><#return "Como mucho se cumple el ${s.number} % de las promesas. Pedir una parte enseguida o un plan de plazos.">
<#default><#return "De lo que lleva ${s.level} días de retraso solo se cobra ya el ${s.number} %. Actuar antes.">
</#switch>
</#function>

<#-- What finance is told of the effect of reminders, in German. -->
<#assign subject>Was Mahnungen bewirkt haben, bis ${day} · ${company}</#assign>
<#assign headline>Mahnungen und Zahlungen von ${company} vom ${first} bis zum ${day}, nach heutigem Stand.</#assign>
<#assign effectTitle>Posten, die binnen ${within} Tagen ganz bezahlt wurden</#assign>
<#assign boundsText>In Klammern: zwischen welchen Grenzen der wahre Unterschied in 95 von 100 Fällen liegt. ${percent} % der Kunden, durch das Los bestimmt, werden ${days} Tage später gemahnt.</#assign>
<#assign timeTitle>Tage, bis die Hälfte der Posten bezahlt war</#assign>
<#assign promisesTitle>Zahlungszusagen</#assign>
<#assign recoveryTitle>Was von Forderungen eines Alters binnen ${recoveryDays} Tagen noch einging</#assign>
<#assign causesTitle>Warum Überfälliges überfällig ist</#assign>
<#assign causeWords = {"DISPUTED": "strittig", "UNKNOWN": "niemand hat den Grund notiert"}>
<#assign suggestTitle>Was zu ändern wäre</#assign>
<#function stepName level><#return (level < 0)?then("Hinweis ${-level} vor Stufe 1", "Stufe ${level}")></#function>
<#function toldLabel level><#return "${stepName(level)}, gemahnt"></#function>
<#function heldLabel level><#return "${stepName(level)}, noch nicht"></#function>
<#function ageLabel age><#return (age == 0)?then("am Fälligkeitstag", "${age} Tage überfällig")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)}: ${e.toldPaid} von ${e.told} Posten bei ${e.toldCustomers} Kunden">
<#if (e.held > 0)><#local line = line + "; noch nicht gemahnt ${e.heldPaid} von ${e.held} Posten bei ${e.heldCustomers} Kunden"></#if>
<#if e.points?has_content><#local line = line + "; Unterschied ${e.points} Punkte (${e.low} bis ${e.high})"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)}: " + t.median?has_content?then("${t.median} Tage", "weniger als die Hälfte wurde bezahlt") + ", ${t.items} Posten"></#function>
<#assign promisesLine><#if promises.share??>${promises.kept} von ${promises.all} gehalten (${promises.share}; ${promises.low} bis ${promises.high}), ${promises.partly} zum Teil, ${promises.broken} gebrochen</#if></#assign>
<#function recoveryLine r><#return "${r.share}, ${r.collected} von ${r.open}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words}: ${c.open} (${c.share}), ${c.documents} Belege von ${c.customers} Kunden"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "Es gibt keine Vergleichsgruppe (measures.yaml, hold-out): Was auch ohne Mahnung bezahlt worden wäre, ist unbekannt, also auch die Wirkung.">
<#case "WAIT"><#return "${stepName(s.level)}: In der kleineren Gruppe fehlen noch ${s.number} Kunden, bevor sich etwas sagen lässt.">
<#case "KEEP"><#return "${stepName(s.level)} wirkt: Mindestens ${s.number} Punkte mehr werden rechtzeitig bezahlt. Beibehalten.">
<#case "CHANGE"><#return "${stepName(s.level)} bringt weniger als ${s.number} Punkte. Andere Worte, einen anderen Tag oder einen Anruf versuchen.">
<#case "UNDECIDED"><#return "${stepName(s.level)}: Noch ist keine Wirkung belegt; es können bis zu ${s.number} Punkte sein. Weiter messen.">
<#case "HARMS"><#return "${stepName(s.level)}: Wer gemahnt wurde, zahlte seltener, um mindestens ${s.number} Punkte. Den Text überdenken.">
<#case "PROMISES"><#return "Höchstens ${s.number} % der Zusagen werden gehalten. Einen Teil sofort oder einen Ratenplan verlangen.">
<#default><#return "Von dem, was ${s.level} Tage überfällig ist, gehen nur noch ${s.number} % ein. Vorher handeln.">
</#switch>
</#function>

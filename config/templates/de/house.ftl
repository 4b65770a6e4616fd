<#-- Was Leute im Haus außer der Buchhaltung erfahren, auf Deutsch. Die Wörter ändern, die Namen lassen. -->
<#assign kindWords = {"phone": "den Kunden anrufen", "salesperson": "den Vertrieb informieren", "manager": "die Leitung informieren", "hold": "Liefersperre vorschlagen", "handover": "Übergabe vorbereiten"}>
<#assign actionWords = {"HOLD": "sperren", "RELEASE": "freigeben"}>
<#function stepLine s><#return "${s.label}: ${kindWords[s.kind]!s.kind}: ${s.customer} ${s.name}, ${s.asked} überfällig, seit ${s.days} Tagen"></#function>
<#function brokenLine b><#return "${b.label}  ${b.promised} bis ${b.by}, eingegangen ${b.paid}"></#function>
<#assign againWord>neu zugesagt</#assign>
<#assign papersWord>die Unterlagen:</#assign>
<#if what == "steps">
<#assign subject>${company}: ${count} Kunde(n) brauchen Sie, ${day}</#assign>
<#assign intro>Diese Kunden brauchen Sie heute:</#assign>
<#assign moreText>und ${more} weitere: `saldo steps`</#assign>
<#assign closing>Wenn es erledigt ist: `saldo steps --done ${steps[0].label} --reason "was dabei herauskam"`, oder --drop. `saldo explain ${steps[0].customer}` zeigt alles, was dem ersten gesagt wurde.</#assign>
<#elseif what == "broken">
<#assign subject>${company}: ${count} gebrochene Zusagen nacheinander: ${customer}</#assign>
<#assign intro>Kunde ${customer} hat ${count} Zusagen nacheinander nicht gehalten:</#assign>
<#assign closing>Ein weiteres Wort hält keine Mahnung mehr auf. Raten vereinbaren (`saldo plan`), Lieferungen sperren (`saldo hold`) oder abgeben (`saldo export handover`); `saldo explain ${customer}` zeigt alles, was gesagt wurde.</#assign>
<#else>
<#assign subject>${company}: Liefersperren: ${count}</#assign>
<#assign intro>Bitte Lieferungen nach der beigefügten Liste sperren oder freigeben und jede mit `saldo hold confirm CH-...` oder der Anweisung CONFIRM_HOLD bestätigen.</#assign>
</#if>

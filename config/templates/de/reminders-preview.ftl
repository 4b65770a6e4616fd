<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>Mahnungen vom ${day} warten auf Sie: ${count}, ${asked} · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("Mahnung", "Mahnungen")} vom ${day} über ${asked} ${(count == 1)?then("wartet", "warten")}: ${why}. ${(count == 1)?then("Sie ist nicht hinausgegangen.", "Keine von ihnen ist hinausgegangen.")}</#assign>
<#assign releaseText>So gehen sie hinaus</#assign>
<#assign stopText>So werden sie angehalten</#assign>
<#assign note>Die Arbeitsmappe im Anhang enthält alle. Was bis zum nächsten Lauf niemand freigibt, entscheidet dieser neu.</#assign>
<#assign levelWord>Stufe</#assign>
<#assign noticeWord>Hinweis</#assign>
<#assign answerText>Antworten Sie von Ihrer eigenen Adresse auf diese Mail mit einem Wort, oder senden Sie die Arbeitsmappe mit Ihren Entscheidungen zurück.</#assign>
<#assign releasesAll>gibt alle frei</#assign>
<#assign stopsAll>hält alle an</#assign>

<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>Des rappels du ${day} vous attendent : ${count}, ${asked} · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("rappel", "rappels")} du ${day} pour ${asked} ${(count == 1)?then("attend", "attendent")} : ${why}. ${(count == 1)?then("Il n’est pas parti.", "Aucun n’est parti.")}</#assign>
<#assign releaseText>Pour les envoyer</#assign>
<#assign stopText>Pour les arrêter</#assign>
<#assign note>Le classeur joint les contient tous. Ce que personne ne libère avant la prochaine exécution y sera décidé à nouveau.</#assign>
<#assign levelWord>Niveau</#assign>
<#assign noticeWord>Avis</#assign>
<#assign answerText>Répondez à ce message depuis votre propre adresse par un seul mot, ou renvoyez le classeur avec vos décisions.</#assign>
<#assign releasesAll>les envoie tous</#assign>
<#assign stopsAll>les arrête tous</#assign>

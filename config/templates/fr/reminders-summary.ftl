<#-- Ce que la finance apprend des rappels, en français. -->
<#assign subject>Rappels du ${day} : ${count} écrits<#if asked?has_content>, ${asked}</#if> · ${company}</#assign>
<#assign headline>${(count == 1)?then("1 rappel écrit", "${count} rappels écrits")} le ${day}<#if asked?has_content>, pour ${asked}</#if>.</#assign>
<#assign nobodyText>Personne n’a reçu de rappel</#assign>
<#assign levelWord>Niveau</#assign>
<#assign noticeWord>Avis</#assign>
<#assign withheldText>Sans rappel :</#assign>
<#assign noteText>À traiter :</#assign>
<#assign alarmSubject>Des paiements attendent une décision depuis trop longtemps · ${company}</#assign>
<#assign alarmText>Ces paiements attendent toujours une décision. Ils ne couvrent plus ce que doivent leurs payeurs, qui recevront donc un rappel. Merci de décider.</#assign>
<#assign reasonWords = {
    "BLOCKED": "bloqué par une personne ou par les données",
    "DISPUTED": "contesté",
    "PROMISED": "promis",
    "IN_PLAN": "dans un échéancier",
    "PAUSED": "en pause, car le client a répondu",
    "COVERED": "couvert par de l’argent déjà reçu",
    "BELOW_MINIMUM": "sous le minimum",
    "QUIET_DAY": "jour férié ou de repos sur place",
    "INTERCOMPANY": "une société du même groupe",
    "UNKNOWN_LADDER": "l’échelle nommée n’est pas dans la règle",
    "NATURAL_PERSON": "une personne physique, sans échelle pour elle",
    "HELD_OUT": "tiré au sort pour un rappel plus tardif",
    "UNWRITABLE": "le courrier n’a pas pu être écrit",
    "NO_ADDRESS": "aucune adresse utilisable",
    "CAP_REACHED": "le plafond de la série est atteint",
    "SWITCHED_OFF": "le courrier aux clients est désactivé",
    "ALREADY_TODAY": "un rappel a déjà été décidé aujourd’hui"}>

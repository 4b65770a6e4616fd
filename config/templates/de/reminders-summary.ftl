<#-- Was die Buchhaltung über Mahnungen erfährt, auf Deutsch. -->
<#assign subject>Mahnungen vom ${day}: ${count} geschrieben<#if asked?has_content>, ${asked}</#if> · ${company}</#assign>
<#assign headline>Am ${day} ${(count == 1)?then("wurde 1 Mahnung", "wurden ${count} Mahnungen")} geschrieben<#if asked?has_content>, gefordert sind ${asked}</#if>.</#assign>
<#assign nobodyText>Niemand wurde gemahnt</#assign>
<#assign levelWord>Stufe</#assign>
<#assign noticeWord>Hinweis</#assign>
<#assign withheldText>Nicht gemahnt:</#assign>
<#assign noteText>Zu erledigen:</#assign>
<#assign alarmSubject>Zahlungseingänge warten zu lange auf eine Entscheidung · ${company}</#assign>
<#assign alarmText>Diese Zahlungseingänge warten noch auf eine Entscheidung. Sie decken nicht länger, was ihre Zahler schulden; die Zahler werden nun gemahnt. Bitte entscheiden Sie.</#assign>
<#assign reasonWords = {
    "BLOCKED": "von einer Person oder durch Daten gesperrt",
    "DISPUTED": "beanstandet",
    "PROMISED": "zugesagt",
    "IN_PLAN": "in einem Ratenplan",
    "PAUSED": "pausiert, da der Kunde geantwortet hat",
    "COVERED": "durch vorliegendes Geld gedeckt",
    "BELOW_MINIMUM": "unter dem Mindestbetrag",
    "QUIET_DAY": "dort Feiertag oder Ruhetag",
    "INTERCOMPANY": "ein Unternehmen derselben Gruppe",
    "UNKNOWN_LADDER": "die genannte Leiter steht nicht in der Richtlinie",
    "NATURAL_PERSON": "eine natürliche Person, für die keine Leiter gilt",
    "HELD_OUT": "durch das Los zum späteren Mahnen bestimmt",
    "UNWRITABLE": "die Mail ließ sich nicht schreiben",
    "NO_ADDRESS": "keine brauchbare Mailadresse",
    "CAP_REACHED": "Obergrenze des Laufs erreicht",
    "SWITCHED_OFF": "Mail an Kunden ist ausgeschaltet",
    "ALREADY_TODAY": "heute schon über eine Mahnung entschieden"}>

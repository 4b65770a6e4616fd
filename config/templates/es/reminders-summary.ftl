<#-- Lo que se informa a finanzas sobre los recordatorios, en español. -->
<#assign subject>Recordatorios del ${day}: ${count} escritos<#if asked?has_content>, ${asked}</#if> · ${company}</#assign>
<#assign headline>El ${day} ${(count == 1)?then("se escribió 1 recordatorio", "se escribieron ${count} recordatorios")}<#if asked?has_content>, por un total de ${asked}</#if>.</#assign>
<#assign nobodyText>No se recordó a nadie</#assign>
<#assign levelWord>Nivel</#assign>
<#assign noticeWord>Aviso</#assign>
<#assign withheldText>Sin recordatorio:</#assign>
<#assign noteText>Por resolver:</#assign>
<#assign alarmSubject>Hay cobros que llevan demasiado tiempo sin decisión · ${company}</#assign>
<#assign alarmText>Estos cobros siguen pendientes de una decisión. Ya no cubren lo que deben sus pagadores, que recibirán recordatorios. Le rogamos que decida.</#assign>
<#assign reasonWords = {
    "BLOCKED": "bloqueado por una persona o por los datos",
    "DISPUTED": "en disputa",
    "PROMISED": "prometido",
    "IN_PLAN": "en un plan de pagos",
    "PAUSED": "en pausa, porque el cliente ha respondido",
    "COVERED": "cubierto por dinero ya recibido",
    "BELOW_MINIMUM": "por debajo del mínimo",
    "QUIET_DAY": "festivo o día de descanso allí",
    "INTERCOMPANY": "una empresa del mismo grupo",
    "UNKNOWN_LADDER": "la escalera indicada no está en la política",
    "NATURAL_PERSON": "persona física, sin escalera para ella",
    "HELD_OUT": "elegido por sorteo para un aviso posterior",
    "UNWRITABLE": "no se pudo escribir el correo",
    "NO_ADDRESS": "sin dirección de correo válida",
    "CAP_REACHED": "límite del proceso alcanzado",
    "SWITCHED_OFF": "el correo a clientes está desactivado",
    "ALREADY_TODAY": "hoy ya se decidió un recordatorio"}>

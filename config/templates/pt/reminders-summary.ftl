<#-- O que as finanças sabem dos lembretes, em português. -->
<#assign subject>Lembretes de ${day}: ${count} escritos<#if asked?has_content>, ${asked}</#if> · ${company}</#assign>
<#assign headline>${(count == 1)?then("1 lembrete escrito", "${count} lembretes escritos")} em ${day}<#if asked?has_content>, pedindo ${asked}</#if>.</#assign>
<#assign nobodyText>Ninguém foi lembrado</#assign>
<#assign levelWord>Nível</#assign>
<#assign noticeWord>Aviso</#assign>
<#assign withheldText>Sem lembrete:</#assign>
<#assign noteText>Por tratar:</#assign>
<#assign alarmSubject>Há pagamentos à espera de decisão há demasiado tempo · ${company}</#assign>
<#assign alarmText>Estes pagamentos continuam à espera de uma decisão. Já não cobrem o que os seus pagadores devem, pelo que estes serão lembrados. Por favor, decida.</#assign>
<#assign reasonWords = {
    "BLOCKED": "bloqueado por uma pessoa ou pelos dados",
    "DISPUTED": "contestado",
    "PROMISED": "prometido",
    "IN_PLAN": "num plano de prestações",
    "PAUSED": "em pausa, porque o cliente respondeu",
    "COVERED": "coberto por dinheiro já recebido",
    "BELOW_MINIMUM": "abaixo do mínimo",
    "QUIET_DAY": "feriado ou dia de descanso no local",
    "INTERCOMPANY": "uma empresa do mesmo grupo",
    "UNKNOWN_LADDER": "a escada indicada não está na política",
    "NATURAL_PERSON": "pessoa singular, sem escada para ela",
    "HELD_OUT": "sorteado para um lembrete mais tarde",
    "UNWRITABLE": "não foi possível escrever o e-mail",
    "NO_ADDRESS": "sem endereço utilizável",
    "CAP_REACHED": "o limite da série foi atingido",
    "SWITCHED_OFF": "o e-mail aos clientes está desligado",
    "ALREADY_TODAY": "já foi decidido hoje um lembrete"}>

<#-- What finance is told of the effect of reminders, in Portuguese. -->
<#assign subject>O que os lembretes conseguiram, até ${day} · ${company}</#assign>
<#assign headline>Lembretes e pagamentos de ${company} de ${first} a ${day}, pelo que se sabe hoje.</#assign>
<#assign effectTitle>Itens pagos por inteiro em ${within} dias</#assign>
<#assign boundsText>Entre parênteses: os limites entre os quais está a diferença verdadeira em 95 de 100 casos. ${percent} % dos clientes, sorteados, são lembrados ${days} dias mais tarde.</#assign>
<#assign timeTitle>Dias até metade dos itens estar paga</#assign>
<#assign promisesTitle>Promessas de pagamento</#assign>
<#assign recoveryTitle>Recebido em ${recoveryDays} dias do que ainda estava em aberto em cada idade</#assign>
<#assign causesTitle>Por que está em atraso o que está vencido</#assign>
<#assign causeWords = {"DISPUTED": "contestado", "UNKNOWN": "ninguém anotou o motivo"}>
<#assign suggestTitle>O que convém mudar</#assign>
<#function stepName level><#return (level < 0)?then("Aviso ${-level} antes do nível 1", "Nível ${level}")></#function>
<#function toldLabel level><#return "${stepName(level)}, lembrados"></#function>
<#function heldLabel level><#return "${stepName(level)}, ainda não"></#function>
<#function ageLabel age><#return (age == 0)?then("no vencimento", "${age} dias de atraso")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)}: ${e.toldPaid} de ${e.told} itens de ${e.toldCustomers} clientes">
<#if (e.held > 0)><#local line = line + "; ainda não lembrados ${e.heldPaid} de ${e.held} itens de ${e.heldCustomers} clientes"></#if>
<#if e.points?has_content><#local line = line + "; diferença ${e.points} pontos (${e.low} a ${e.high})"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)}: " + t.median?has_content?then("${t.median} dias", "menos da metade foi paga") + ", ${t.items} itens"></#function>
<#assign promisesLine><#if promises.share??>${promises.kept} de ${promises.all} cumpridas (${promises.share}; ${promises.low} a ${promises.high}), ${promises.partly} em parte, ${promises.broken} quebradas</#if></#assign>
<#function recoveryLine r><#return "${r.share}, ${r.collected} de ${r.open}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words}: ${c.open} (${c.share}), ${c.documents} documentos de ${c.customers} clientes"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "Não há grupo de comparação (measures.yaml, hold-out): não se sabe o que seria pago de qualquer modo, por isso não se pode dizer o efeito.">
<#case "WAIT"><#return "${stepName(s.level)}: faltam ${s.number} clientes no grupo menor para se poder dizer algo.">
<#case "KEEP"><#return "${stepName(s.level)} funciona: pelo menos ${s.number} pontos a mais são pagos a tempo. Manter.">
<#case "CHANGE"><#return "${stepName(s.level)} traz menos de ${s.number} pontos. Tentar outras palavras, outro dia ou um telefonema.">
<#case "UNDECIDED"><#return "${stepName(s.level)}: ainda não há efeito provado; podem ser até ${s.number} pontos. Continuar a medir.">
<#case "HARMS"><#return "${stepName(s.level)}: os lembrados pagaram menos, pelo menos ${s.number} pontos. Rever o texto.">
<#case "PROMISES"><#return "No melhor caso cumprem-se ${s.number} % das promessas. Pedir uma parte já, ou um plano de prestações.">
<#default><#return "Do que tem ${s.level} dias de atraso só entram ainda ${s.number} %. Agir antes.">
</#switch>
</#function>

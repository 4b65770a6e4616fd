<#-- O que se diz a pessoas da casa além das finanças, em português. Mude as palavras; mantenha os nomes. -->
<#assign kindWords = {"phone": "telefonar ao cliente", "salesperson": "informar o comercial", "manager": "informar a direção", "hold": "propor a retenção de entregas", "handover": "preparar a transferência"}>
<#assign actionWords = {"HOLD": "reter", "RELEASE": "libertar"}>
<#function stepLine s><#return "${s.label}: ${kindWords[s.kind]!s.kind}: ${s.customer} ${s.name}, ${s.asked} em atraso, há ${s.days} dias"></#function>
<#function brokenLine b><#return "${b.label}  ${b.promised} até ${b.by}, chegaram ${b.paid}"></#function>
<#assign againWord>foi prometido de novo</#assign>
<#assign papersWord>os seus documentos:</#assign>
<#if what == "steps">
<#assign subject>${company}: ${count} cliente(s) precisam de si, ${day}</#assign>
<#assign intro>Estes clientes precisam de si hoje:</#assign>
<#assign moreText>e mais ${more}: `saldo steps`</#assign>
<#assign closing>Quando estiver feito: `saldo steps --done ${steps[0].label} --reason "o que resultou"`, ou --drop. `saldo explain ${steps[0].customer}` mostra tudo o que foi dito ao primeiro.</#assign>
<#elseif what == "broken">
<#assign subject>${company}: ${count} promessas não cumpridas seguidas: ${customer}</#assign>
<#assign intro>O cliente ${customer} não cumpriu ${count} promessas seguidas:</#assign>
<#assign closing>Outra palavra dele não suspende nenhum lembrete. Combine prestações (`saldo plan`), retenha entregas (`saldo hold`) ou transfira o caso (`saldo export handover`); `saldo explain ${customer}` mostra tudo o que foi dito.</#assign>
<#else>
<#assign subject>${company}: retenções de entrega: ${count}</#assign>
<#assign intro>Por favor retenha ou liberte as entregas conforme a lista anexa e confirme cada uma com `saldo hold confirm CH-...` ou uma instrução CONFIRM_HOLD.</#assign>
</#if>

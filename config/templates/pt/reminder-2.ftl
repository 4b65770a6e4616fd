<#assign subject>Segundo lembrete: ${asked} vencidos · ${customer.number} · ${company.name}</#assign>
<#assign opening>Já lhe enviámos um lembrete; segundo os nossos livros em ${day}, o seguinte continua em aberto.</#assign>
<#assign request>Pedimos que pague agora, ou que nos diga quando o fará ou o que o impede.</#assign>

<#assign subject>Lembrete: ${asked} vencidos · ${customer.number} · ${company.name}</#assign>
<#assign opening>Talvez tenha passado despercebido: segundo os nossos livros em ${day}, o seguinte está vencido.</#assign>
<#assign request>Pedimos que transfira o valor em aberto nos próximos dias para a conta que consta das nossas faturas.</#assign>

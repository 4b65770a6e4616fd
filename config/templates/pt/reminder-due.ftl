<#assign subject>Vence agora: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Segundo os nossos livros em ${day}, o seguinte vence agora.</#assign>
<#assign request>Pedimos que transfira o valor para a conta que consta das nossas faturas, se ainda não o fez.</#assign>

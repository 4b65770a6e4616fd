<#assign subject>Último aviso: ${asked} até ${lastDay} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Já o lembrámos várias vezes; segundo os nossos livros em ${day}, o seguinte continua em aberto.</#assign>
<#assign request>Este é o nosso último aviso. Pedimos que pague até ${lastDay} ou que nos diga até lá o que o impede. Depois trataremos esta conta pessoalmente.</#assign>

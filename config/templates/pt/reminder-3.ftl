<#assign subject>Terceiro lembrete: ${asked} vencidos · ${customer.number} · ${company.name}</#assign>
<#assign opening>Apesar de dois lembretes, o seguinte continua em aberto segundo os nossos livros em ${day}.</#assign>
<#assign request>Pedimos que pague sem mais demora. Se não puder, ou se não concordar, pedimos que nos contacte agora, para que o resolvamos em conjunto.</#assign>

<#assign subject>Dritte Mahnung: ${asked} überfällig · ${customer.number} · ${company.name}</#assign>
<#assign opening>trotz zweier Erinnerungen ist nach unseren Büchern vom ${day} Folgendes noch offen.</#assign>
<#assign request>Bitte zahlen Sie nun unverzüglich. Können Sie nicht zahlen oder sind Sie nicht einverstanden, so melden Sie sich bitte jetzt, damit wir es gemeinsam klären.</#assign>

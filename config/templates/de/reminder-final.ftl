<#assign subject>Letzte Mahnung: ${asked} bis ${lastDay} · ${customer.number} · ${company.name}</#assign>
<#assign opening>wir haben Sie mehrmals erinnert; nach unseren Büchern vom ${day} ist Folgendes noch offen.</#assign>
<#assign request>Dies ist unsere letzte Mahnung. Bitte zahlen Sie bis ${lastDay}, oder sagen Sie uns bis dahin, was Sie daran hindert. Danach befassen wir uns persönlich mit diesem Konto.</#assign>

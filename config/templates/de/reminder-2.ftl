<#assign subject>Zweite Mahnung: ${asked} überfällig · ${customer.number} · ${company.name}</#assign>
<#assign opening>wir haben Sie bereits erinnert; nach unseren Büchern vom ${day} ist Folgendes weiterhin offen.</#assign>
<#assign request>Bitte zahlen Sie jetzt, oder teilen Sie uns mit, bis wann Sie zahlen oder was dem entgegensteht.</#assign>

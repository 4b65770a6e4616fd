<#assign subject>Fällig: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>nach unseren Büchern vom ${day} ist Folgendes jetzt fällig.</#assign>
<#assign request>Bitte überweisen Sie den Betrag auf das Konto, das Sie von unseren Rechnungen kennen, falls das noch nicht geschehen ist.</#assign>

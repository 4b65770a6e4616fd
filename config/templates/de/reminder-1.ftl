<#assign subject>Zahlungserinnerung: ${asked} überfällig · ${customer.number} · ${company.name}</#assign>
<#assign opening>vielleicht ist es Ihnen entgangen: Nach unseren Büchern vom ${day} ist Folgendes überfällig.</#assign>
<#assign request>Bitte überweisen Sie den offenen Betrag in den nächsten Tagen auf das Konto, das Sie von unseren Rechnungen kennen.</#assign>

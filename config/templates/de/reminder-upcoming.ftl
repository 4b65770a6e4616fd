<#assign subject>Demnächst fällig: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>nach unseren Büchern vom ${day} wird Folgendes in den nächsten Tagen fällig. Nichts davon ist überfällig; dies soll Ihnen nur die Planung erleichtern.</#assign>
<#assign request>Wenn alles in Ordnung ist, brauchen Sie nichts zu tun, als am vereinbarten Tag zu zahlen. Stimmt etwas an einer Rechnung nicht, sagen Sie es uns bitte jetzt durch eine Antwort auf diese Mail.</#assign>

<#assign subject>Bientôt à échéance : ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Selon nos livres au ${day}, les montants suivants arrivent à échéance dans les prochains jours. Rien n’est en retard ; ce message doit seulement vous aider à prévoir.</#assign>
<#assign request>Si tout est en ordre, il suffit de payer au jour convenu. Si une facture n’est pas correcte, dites-le-nous dès maintenant en répondant à ce message.</#assign>

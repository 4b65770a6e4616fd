<#assign subject>Deuxième rappel : ${asked} échus · ${customer.number} · ${company.name}</#assign>
<#assign opening>Nous vous avons déjà adressé un rappel ; selon nos livres au ${day}, les montants suivants sont toujours ouverts.</#assign>
<#assign request>Merci de payer maintenant, ou de nous dire quand vous le ferez ou ce qui vous en empêche.</#assign>

<#assign subject>Dernier avis : ${asked} jusqu’au ${lastDay} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Nous vous avons rappelé plusieurs fois ; selon nos livres au ${day}, les montants suivants restent ouverts.</#assign>
<#assign request>Ceci est notre dernier avis. Merci de payer au plus tard le ${lastDay}, ou de nous dire d’ici là ce qui vous en empêche. Ensuite, nous traiterons ce compte personnellement.</#assign>

<#assign subject>Rappel : ${asked} échus · ${customer.number} · ${company.name}</#assign>
<#assign opening>Peut-être est-ce un oubli : selon nos livres au ${day}, les montants suivants sont échus.</#assign>
<#assign request>Merci de virer le montant ouvert dans les prochains jours sur le compte qui figure sur nos factures.</#assign>

<#-- Ce que dit chaque rappel, en français. Changez les mots, pas les noms. -->
<#assign head = {"document": "Facture", "due": "Échéance", "days": "Jours de retard", "amount": "Montant", "open": "Ouvert"}>
<#assign greeting><#if customer.contact?has_content>${customer.contact},<#else>Madame, Monsieur,</#if></#assign>
<#assign total>Total ouvert</#assign>
<#assign credited>Moins avoirs et paiements déjà reçus</#assign>
<#assign excluded>Moins ce qui est contesté, promis ou convenu</#assign>
<#assign notAskedFor>Non réclamé ici</#assign>
<#assign markWords = {"DISPUTED": "contesté ; nous répondons au plus tard le", "PROMISED": "promis pour le", "IN_PLAN": "selon l’échéancier, prochaine échéance le", "PAUSED": "nous examinons votre réponse jusqu’au"}>
<#assign toPay>À payer</#assign>
<#assign interestWords>Intérêts selon {law} jusqu’au {day}</#assign>
<#assign lumpSumWords>Frais de recouvrement, forfait selon {law}</#assign>
<#assign interestNote>Ce montant est en sus, non compris ci-dessus ; nous nous réservons le droit de le réclamer.</#assign>
<#assign reservation>Ce message ne modifie ni les conditions de paiement convenues ni les conséquences du retard.</#assign>
<#assign crossing>Si vous avez payé entre-temps, ne tenez pas compte de ce message : votre paiement et notre courrier se sont croisés. Si vous contestez une facture ou s’il vous en manque une, répondez simplement à ce message.</#assign>
<#assign safety>Nos coordonnées bancaires ne changent pas par courriel. Si un message affirme le contraire, appelez-nous avant de payer au numéro qui figure dans votre contrat.</#assign>
<#assign farewell>Cordialement,</#assign>

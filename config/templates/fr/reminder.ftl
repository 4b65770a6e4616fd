<#-- Ce que dit chaque rappel, en français. Changez les mots, pas les noms. -->
<#assign head = {"document": "Facture", "due": "Échéance", "days": "Jours de retard", "amount": "Montant", "open": "Ouvert", "level": "Rappel"}>
<#assign finalWord>dernier avis</#assign>
<#assign finalStands>{document} : notre dernier avis date du {day} ; son dernier jour, le {lastDay}, reste valable.</#assign>
<#assign mixedSubject>Rappel : ${asked} échus · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>Selon nos livres au ${day}, les montants suivants sont échus. La dernière colonne indique de quel rappel il s’agit pour chaque facture.</#assign>
<#assign greeting><#if customer.contact?has_content>${customer.contact},<#else>Madame, Monsieur,</#if></#assign>
<#assign total>Total ouvert</#assign>
<#assign credited>Moins avoirs et paiements déjà reçus</#assign>
<#assign excluded>Moins ce qui est contesté, promis, convenu ou mis en attente</#assign>
<#assign notAskedFor>Non réclamé ici</#assign>
<#assign markWords = {"DISPUTED": "contesté ; nous répondons au plus tard le", "PROMISED": "promis pour le", "IN_PLAN": "selon l’échéancier, prochaine échéance le", "PAUSED": "nous examinons votre réponse jusqu’au", "HELD": "mis en attente par nous pour le moment"}>
<#assign toPay>À payer</#assign>
<#assign interestWords>Intérêts selon {law} jusqu’au {day}</#assign>
<#assign lumpSumWords>Frais de recouvrement, forfait selon {law}</#assign>
<#assign feeWords>Frais de cette relance</#assign>
<#assign interestNote>Ce montant est en sus, non compris ci-dessus ; nous nous réservons le droit de le réclamer.</#assign>
<#assign reservation>Ce message ne modifie ni les conditions de paiement convenues ni les conséquences du retard.</#assign>
<#assign crossing>Si vous avez payé entre-temps, ne tenez pas compte de ce message : votre paiement et notre courrier se sont croisés.</#assign>
<#assign safety>Nos coordonnées bancaires ne changent pas par courriel. Si un message affirme le contraire, appelez-nous avant de payer au numéro qui figure dans votre contrat.</#assign>
<#assign farewell>Cordialement,</#assign>
<#assign hereIntro>Déjà reçu et pas encore affecté à une facture</#assign>
<#assign hereWords = {"CREDIT_NOTE": "avoir {document} du {day}", "UNAPPLIED": "votre paiement du {day}"}>
<#assign laterIntro>Pas encore échu, pour information</#assign>
<#assign laterMore>et {count} autres</#assign>
<#assign laterTotal>Total pas encore échu</#assign>
<#assign statementNote>Notre dernier relevé de compte à votre attention : {reference}, au {day}.</#assign>
<#assign statementAttached>Il est joint.</#assign>
<#assign payIntro>Comment payer</#assign>
<#assign payWords = {"amount": "Montant", "holder": "Titulaire", "account": "Compte", "bic": "BIC", "bank": "Banque", "reference": "Référence"}>
<#assign payCode>Scannez ce code avec votre application bancaire</#assign>
<#assign answerIntro>Vous pouvez répondre en une étape : répondez à ce message par l’une de ces phrases et laissez la référence dans l’objet.</#assign>
<#assign answers = [
    {"subject": "Payé", "words": "Nous avons payé le … (jour), référence : …"},
    {"subject": "Date de paiement", "words": "Nous paierons le … (jour), montant : …"},
    {"subject": "Contestation", "words": "Nous contestons la facture …, car …"},
    {"subject": "Mauvais interlocuteur", "words": "Veuillez écrire plutôt à : … (nom, adresse)"}]>
<#assign talkTo>Votre interlocuteur</#assign>
<#assign letterCrossing>Si vous avez payé entre-temps, ne tenez pas compte de cette lettre : votre paiement et notre lettre se sont croisés.</#assign>
<#assign letterAnswer>Pour répondre, écrivez à {address} en indiquant {reference} : que vous avez payé et quand, pour quand vous paierez, ce que vous contestez ou à qui nous devons écrire.</#assign>

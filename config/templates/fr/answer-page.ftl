<#-- Ce que dit la page où un client répond à un relevé de compte, en français. Changez les mots, gardez les noms. -->
<#assign title>Relevé de compte</#assign>
<#assign asOf>Au</#assign>
<#assign owedText>Solde en notre faveur</#assign>
<#assign favourText>Solde en votre faveur</#assign>
<#assign openItems>Postes ouverts</#assign>
<#assign unapplied>Paiements non encore imputés</#assign>
<#assign head = {"document": "Pièce", "issued": "Date", "due": "Échéance", "open": "Ouvert", "received": "Reçu", "reference": "Référence"}>
<#assign answerHeading>Votre réponse</#assign>
<#assign answerText>Veuillez comparer le solde avec vos livres. Votre réponse est enregistrée une seule fois, avec votre nom et l’heure.</#assign>
<#assign personLabel>Votre nom</#assign>
<#assign roleLabel>Votre fonction (facultatif)</#assign>
<#assign entitledText>Je peux répondre pour ${customer.name}.</#assign>
<#assign agreeButton>Le solde est exact</#assign>
<#assign differSummary>Le solde diffère de nos livres</#assign>
<#assign differText>Indiquez les lignes qui diffèrent et le montant que vous avez ; laissez les autres telles quelles. Vous pouvez joindre votre propre liste.</#assign>
<#assign reasonLabel>Ce qui diffère</#assign>
<#assign reasonNone>Conforme</#assign>
<#assign reasonWords = {"PAID": "Déjà payé", "NOT_KNOWN": "Pièce non reçue", "AMOUNT": "Autre montant", "CREDIT": "Avoir manquant", "GOODS": "Marchandise ou prestation contestée", "OTHER": "Autre raison"}>
<#assign amountLabel>Ouvert selon vos livres (facultatif)</#assign>
<#assign noteLabel>Autre information utile (facultatif)</#assign>
<#assign fileLabel>Votre liste en CSV, XLSX ou PDF (facultatif)</#assign>
<#assign differButton>Envoyer les différences</#assign>
<#assign stateWords = {"AGREED": "Merci. Nous avons enregistré que les deux parties ont le même solde.", "RECEIVED": "Merci. Nous avons enregistré votre réponse ; une personne va l’examiner.", "ANSWERED": "Ce relevé a déjà reçu une réponse. Pour la modifier, veuillez répondre au courriel qui l’a apporté.", "EXPIRED": "Cette page a expiré. Veuillez répondre au courriel qui a apporté le relevé.", "SUPERSEDED": "Une version plus récente de ce relevé a été envoyée. Veuillez répondre à celle-ci."}>
<#assign wrongWords = {"PERSON": "Veuillez écrire votre nom et confirmer que vous pouvez répondre.", "NOTHING": "Veuillez indiquer au moins une ligne qui diffère, écrire une note ou joindre votre liste.", "AMOUNT": "L’un des montants est illisible. Veuillez l’écrire en chiffres, par exemple 1234,50.", "FILE": "Le fichier est trop grand ou d’un autre type. Veuillez joindre un fichier CSV, XLSX ou PDF."}>
<#assign safety>Nos coordonnées bancaires ne changent ni par courriel ni sur cette page.</#assign>

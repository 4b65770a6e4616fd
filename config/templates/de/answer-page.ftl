<#-- Was die Seite sagt, auf der ein Kunde einen Kontoauszug beantwortet, auf Deutsch. Worte ändern, Namen lassen. -->
<#assign title>Kontoauszug</#assign>
<#assign asOf>Stand</#assign>
<#assign owedText>Saldo zu unseren Gunsten</#assign>
<#assign favourText>Saldo zu Ihren Gunsten</#assign>
<#assign openItems>Offene Posten</#assign>
<#assign unapplied>Noch nicht zugeordnete Zahlungen</#assign>
<#assign head = {"document": "Beleg", "issued": "Datum", "due": "Fällig", "open": "Offen", "received": "Eingang", "reference": "Referenz"}>
<#assign answerHeading>Ihre Antwort</#assign>
<#assign answerText>Bitte vergleichen Sie den Saldo mit Ihren Büchern. Ihre Antwort wird einmal festgehalten, mit Ihrem Namen und der Uhrzeit.</#assign>
<#assign personLabel>Ihr Name</#assign>
<#assign roleLabel>Ihre Funktion (freiwillig)</#assign>
<#assign entitledText>Ich darf für ${customer.name} antworten.</#assign>
<#assign agreeButton>Der Saldo stimmt</#assign>
<#assign differSummary>Der Saldo weicht von unseren Büchern ab</#assign>
<#assign differText>Nennen Sie die Zeilen, die abweichen, und den Betrag, den Sie haben; lassen Sie die anderen, wie sie sind. Sie können Ihre eigene Liste beilegen.</#assign>
<#assign reasonLabel>Was weicht ab</#assign>
<#assign reasonNone>Stimmt</#assign>
<#assign reasonWords = {"PAID": "Schon bezahlt", "NOT_KNOWN": "Beleg nicht erhalten", "AMOUNT": "Anderer Betrag", "CREDIT": "Gutschrift fehlt", "GOODS": "Ware oder Leistung strittig", "OTHER": "Anderer Grund"}>
<#assign amountLabel>Offen nach Ihren Büchern (freiwillig)</#assign>
<#assign noteLabel>Was wir sonst wissen sollten (freiwillig)</#assign>
<#assign fileLabel>Ihre Liste als CSV, XLSX oder PDF (freiwillig)</#assign>
<#assign differButton>Abweichungen senden</#assign>
<#assign stateWords = {"AGREED": "Danke. Wir haben festgehalten, dass beide Seiten denselben Saldo haben.", "RECEIVED": "Danke. Wir haben Ihre Antwort festgehalten; ein Mensch sieht sie sich an.", "ANSWERED": "Dieser Kontoauszug wurde schon beantwortet. Um die Antwort zu ändern, antworten Sie bitte auf die E-Mail, mit der er kam.", "EXPIRED": "Diese Seite ist abgelaufen. Bitte antworten Sie auf die E-Mail, mit der der Kontoauszug kam.", "SUPERSEDED": "Es wurde eine spätere Fassung dieses Kontoauszugs gesandt. Bitte beantworten Sie diese."}>
<#assign wrongWords = {"PERSON": "Bitte schreiben Sie Ihren Namen und bestätigen Sie, dass Sie antworten dürfen.", "NOTHING": "Bitte nennen Sie mindestens eine Zeile, die abweicht, schreiben Sie eine Notiz oder legen Sie Ihre Liste bei.", "AMOUNT": "Einer der Beträge ist nicht lesbar. Bitte schreiben Sie ihn in Ziffern, etwa 1234,50.", "FILE": "Die Datei ist zu groß oder von anderer Art. Bitte legen Sie eine CSV-, XLSX- oder PDF-Datei bei."}>
<#assign safety>Unsere Bankverbindung ändert sich weder per E-Mail noch auf dieser Seite.</#assign>

<#-- Was jede Mahnung sagt, auf Deutsch. Die Worte ändern, die Namen behalten. -->
<#assign head = {"document": "Rechnung", "due": "Fällig", "days": "Tage überfällig", "amount": "Betrag", "open": "Offen", "level": "Mahnung"}>
<#assign finalWord>letzte Mahnung</#assign>
<#assign finalStands>{document}: unsere letzte Mahnung war am {day}; ihr letzter Tag, der {lastDay}, bleibt.</#assign>
<#assign mixedSubject>Mahnung: ${asked} überfällig · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>nach unseren Büchern vom ${day} ist Folgendes überfällig. Die letzte Spalte sagt, die wievielte Mahnung es für jede Rechnung ist.</#assign>
<#assign greeting>Guten Tag<#if customer.contact?has_content>, ${customer.contact}</#if>,</#assign>
<#assign total>Offen insgesamt</#assign>
<#assign credited>Abzüglich vorliegender Gutschriften und Zahlungen</#assign>
<#assign excluded>Abzüglich Beanstandetem, Zugesagtem, Vereinbartem und Zurückgestelltem</#assign>
<#assign notAskedFor>Hier nicht angemahnt</#assign>
<#assign markWords = {"DISPUTED": "beanstandet; wir antworten bis", "PROMISED": "zugesagt bis", "IN_PLAN": "nach Ratenplan, nächste Rate am", "PAUSED": "wir prüfen Ihre Antwort bis", "HELD": "von uns vorerst zurückgestellt"}>
<#assign toPay>Zu zahlen</#assign>
<#assign interestWords>Zinsen nach {law} bis {day}</#assign>
<#assign lumpSumWords>Pauschale für Beitreibungskosten nach {law}</#assign>
<#assign feeWords>Kosten dieser Mahnung</#assign>
<#assign interestNote>Dies ist im Betrag oben nicht enthalten; wir behalten uns vor, es geltend zu machen.</#assign>
<#assign reservation>Dieses Schreiben ändert weder die vereinbarten Zahlungsbedingungen noch die Folgen des Verzugs.</#assign>
<#assign crossing>Sollten Sie inzwischen gezahlt haben, betrachten Sie dieses Schreiben bitte als gegenstandslos: Ihre Zahlung und unsere Mail haben sich gekreuzt.</#assign>
<#assign safety>Unsere Bankverbindung ändert sich nicht per E-Mail. Behauptet eine Nachricht etwas anderes, rufen Sie uns bitte vor der Zahlung unter der Nummer aus Ihrem Vertrag an.</#assign>
<#assign farewell>Mit freundlichen Grüßen</#assign>
<#assign hereIntro>Hier eingegangen und noch keiner Rechnung zugeordnet</#assign>
<#assign hereWords = {"CREDIT_NOTE": "Gutschrift {document} vom {day}", "UNAPPLIED": "Ihre Zahlung vom {day}"}>
<#assign laterIntro>Noch nicht fällig, zu Ihrer Information</#assign>
<#assign laterMore>und {count} weitere</#assign>
<#assign laterTotal>Noch nicht fällig insgesamt</#assign>
<#assign statementNote>Unser letzter Kontoauszug an Sie: {reference}, Stand {day}.</#assign>
<#assign statementAttached>Er liegt bei.</#assign>
<#assign payIntro>So zahlen Sie</#assign>
<#assign payWords = {"amount": "Betrag", "holder": "Kontoinhaber", "account": "Konto", "bic": "BIC", "bank": "Bank", "reference": "Verwendungszweck"}>
<#assign payCode>Code mit der Banking-App scannen</#assign>
<#assign answerIntro>Sie können in einem Schritt antworten: Antworten Sie auf diese Mail mit einem dieser Sätze und lassen Sie das Kennzeichen im Betreff stehen.</#assign>
<#assign answers = [
    {"subject": "Bezahlt", "words": "Wir haben bezahlt am … (Tag), Verwendungszweck: …"},
    {"subject": "Zahlungstermin", "words": "Wir zahlen am … (Tag), Betrag: …"},
    {"subject": "Beanstandung", "words": "Wir beanstanden die Rechnung …, weil …"},
    {"subject": "Falscher Ansprechpartner", "words": "Bitte schreiben Sie stattdessen an: … (Name, Adresse)"}]>
<#assign talkTo>Ihr Ansprechpartner</#assign>
<#assign letterCrossing>Sollten Sie inzwischen gezahlt haben, betrachten Sie dieses Schreiben bitte als gegenstandslos: Ihre Zahlung und unser Schreiben haben sich gekreuzt.</#assign>
<#assign letterAnswer>Wenn Sie antworten möchten, schreiben Sie bitte an {address} und nennen Sie {reference}: dass und wann Sie bezahlt haben, bis wann Sie zahlen, was Sie beanstanden oder an wen wir uns wenden sollen.</#assign>

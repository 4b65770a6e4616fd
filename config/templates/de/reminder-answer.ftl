<#-- Was ein Kunde erfährt, der auf eine Mahnung geantwortet hat, auf Deutsch. -->
<#assign subject>Ihre Antwort auf unsere Zahlungserinnerung · ${customer.number} · ${company.name}</#assign>
<#assign greeting><#if customer.contact?has_content>Guten Tag ${customer.contact},<#else>Sehr geehrte Damen und Herren,</#if></#assign>
<#assign received>vielen Dank für Ihre Antwort auf unsere Zahlungserinnerung. Sie ist bei uns eingegangen und wird geprüft.</#assign>
<#assign paused>Bis zum {day} erinnern wir Sie nicht an das, worum es in Ihrer Antwort geht.</#assign>
<#assign nothingElse>Diese Nachricht bestätigt nur den Eingang Ihrer Antwort; an Forderung und Vereinbarungen ändert sie nichts.</#assign>
<#assign safety>Unsere Bankverbindung ändert sich nicht per E-Mail. Sollte eine Nachricht etwas anderes sagen, rufen Sie uns bitte vor der Zahlung unter der Nummer aus Ihrem Vertrag an.</#assign>
<#assign farewell>Mit freundlichen Grüßen</#assign>

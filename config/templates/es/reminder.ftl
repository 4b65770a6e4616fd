<#-- Lo que dice cada recordatorio, en español. Cambie las palabras, no los nombres. -->
<#assign head = {"document": "Factura", "due": "Vencimiento", "days": "Días vencidos", "amount": "Importe", "open": "Pendiente", "level": "Aviso"}>
<#assign finalWord>último aviso</#assign>
<#assign finalStands>{document}: nuestro último aviso fue el {day}; su último día, el {lastDay}, se mantiene.</#assign>
<#assign mixedSubject>Recordatorio de pago: ${asked} vencido · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>Según nuestros libros a ${day}, lo siguiente está vencido. La última columna indica qué aviso corresponde a cada factura.</#assign>
<#assign greeting>Estimados señores<#if customer.contact?has_content>, a la atención de ${customer.contact}</#if>:</#assign>
<#assign total>Total pendiente</#assign>
<#assign credited>Menos abonos y pagos ya recibidos</#assign>
<#assign excluded>Menos lo impugnado, prometido, acordado o no reclamado</#assign>
<#assign notAskedFor>No se reclama aquí</#assign>
<#assign markWords = {"DISPUTED": "en disputa; respondemos antes del", "PROMISED": "prometido para el", "IN_PLAN": "según el plan de pagos, próximo plazo el", "PAUSED": "estudiamos su respuesta hasta el", "HELD": "de momento no lo reclamamos"}>
<#assign toPay>A pagar</#assign>
<#assign interestWords>Intereses según {law} hasta el {day}</#assign>
<#assign lumpSumWords>Costes de cobro, cantidad fija según {law}</#assign>
<#assign feeWords>Gastos de este recordatorio</#assign>
<#assign interestNote>No está incluido en el importe anterior; nos reservamos el derecho a reclamarlo.</#assign>
<#assign reservation>Este mensaje no modifica las condiciones de pago pactadas ni las consecuencias de la mora.</#assign>
<#assign crossing>Si ya ha efectuado el pago, le rogamos que no tenga en cuenta este mensaje: su pago y nuestro correo se han cruzado.</#assign>
<#assign safety>Nuestros datos bancarios no cambian por correo electrónico. Si un mensaje dice lo contrario, llámenos antes de pagar al número que figura en su contrato.</#assign>
<#assign farewell>Atentamente,</#assign>
<#assign hereIntro>Ya recibido y aún sin asignar a una factura</#assign>
<#assign hereWords = {"CREDIT_NOTE": "abono {document} del {day}", "UNAPPLIED": "su pago del {day}"}>
<#assign laterIntro>Aún no vencido, para su información</#assign>
<#assign laterMore>y {count} más</#assign>
<#assign laterTotal>Total aún no vencido</#assign>
<#assign statementNote>Nuestro último extracto de cuenta para ustedes: {reference}, a {day}.</#assign>
<#assign statementAttached>Va adjunto.</#assign>
<#assign payIntro>Cómo pagar</#assign>
<#assign payWords = {"amount": "Importe", "holder": "Titular", "account": "Cuenta", "bic": "BIC", "bank": "Banco", "reference": "Concepto"}>
<#assign payCode>Escanee este código con la aplicación de su banco</#assign>
<#assign answerIntro>Puede responder en un solo paso: conteste a este correo con una de estas frases y deje la referencia en el asunto.</#assign>
<#assign answers = [
    {"subject": "Pagado", "words": "Hemos pagado el … (día), referencia: …"},
    {"subject": "Fecha de pago", "words": "Pagaremos el … (día), importe: …"},
    {"subject": "Reclamación", "words": "No estamos conformes con la factura …, porque …"},
    {"subject": "Contacto equivocado", "words": "Por favor, escriban a esta persona: … (nombre, dirección)"}]>
<#assign talkTo>Con quién puede hablar</#assign>
<#assign letterCrossing>Si ya ha efectuado el pago, le rogamos que no tenga en cuenta esta carta: su pago y nuestra carta se han cruzado.</#assign>
<#assign letterAnswer>Para responder, escriba a {address} e indique {reference}: que ha pagado y cuándo, hasta cuándo pagará, con qué no está conforme o a quién debemos escribir.</#assign>

<#-- Lo que dice la página en la que un cliente contesta a un estado de cuenta, en español. Cambie las palabras, no los nombres. -->
<#assign title>Estado de cuenta</#assign>
<#assign asOf>A fecha de</#assign>
<#assign owedText>Saldo a nuestro favor</#assign>
<#assign favourText>Saldo a su favor</#assign>
<#assign openItems>Partidas abiertas</#assign>
<#assign unapplied>Pagos aún no aplicados</#assign>
<#assign head = {"document": "Documento", "issued": "Fecha", "due": "Vencimiento", "open": "Pendiente", "received": "Recibido", "reference": "Referencia"}>
<#assign answerHeading>Su respuesta</#assign>
<#assign answerText>Compare el saldo con sus libros. Su respuesta se registra una sola vez, con su nombre y la hora.</#assign>
<#assign personLabel>Su nombre</#assign>
<#assign roleLabel>Su cargo (opcional)</#assign>
<#assign entitledText>Puedo contestar en nombre de ${customer.name}.</#assign>
<#assign agreeButton>El saldo es correcto</#assign>
<#assign differSummary>El saldo difiere de nuestros libros</#assign>
<#assign differText>Indique las líneas que difieren y el importe que usted tiene; deje las demás como están. Puede adjuntar su propia lista.</#assign>
<#assign reasonLabel>Qué difiere</#assign>
<#assign reasonNone>Conforme</#assign>
<#assign reasonWords = {"PAID": "Ya pagado", "NOT_KNOWN": "Documento no recibido", "AMOUNT": "Otro importe", "CREDIT": "Falta un abono", "GOODS": "Mercancía o servicio en disputa", "OTHER": "Otro motivo"}>
<#assign amountLabel>Pendiente según sus libros (opcional)</#assign>
<#assign noteLabel>Algo más que debamos saber (opcional)</#assign>
<#assign fileLabel>Su lista en CSV, XLSX o PDF (opcional)</#assign>
<#assign differButton>Enviar las diferencias</#assign>
<#assign stateWords = {"AGREED": "Gracias. Hemos registrado que ambas partes tienen el mismo saldo.", "RECEIVED": "Gracias. Hemos registrado su respuesta; una persona la revisará.", "ANSWERED": "Este estado de cuenta ya fue contestado. Para cambiar la respuesta, conteste al correo con el que llegó.", "EXPIRED": "Esta página ha caducado. Conteste al correo con el que llegó el estado de cuenta.", "SUPERSEDED": "Se envió una versión posterior de este estado de cuenta. Conteste a esa."}>
<#assign wrongWords = {"PERSON": "Escriba su nombre y confirme que puede contestar.", "NOTHING": "Indique al menos una línea que difiera, escriba una nota o adjunte su lista.", "AMOUNT": "Uno de los importes no se puede leer. Escríbalo con cifras, por ejemplo 1234,50.", "FILE": "El archivo es demasiado grande o de otro tipo. Adjunte un archivo CSV, XLSX o PDF."}>
<#assign safety>Nuestros datos bancarios no cambian por correo electrónico ni en esta página.</#assign>

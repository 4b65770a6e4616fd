<#assign subject>Tercer recordatorio: ${asked} vencido · ${customer.number} · ${company.name}</#assign>
<#assign opening>A pesar de dos recordatorios, según nuestros libros a ${day} lo siguiente sigue pendiente.</#assign>
<#assign request>Le rogamos que pague sin más demora. Si no puede hacerlo o no está conforme, póngase en contacto con nosotros ahora para resolverlo juntos.</#assign>

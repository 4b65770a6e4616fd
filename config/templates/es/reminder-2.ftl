<#assign subject>Segundo recordatorio: ${asked} vencido · ${customer.number} · ${company.name}</#assign>
<#assign opening>Ya le hemos enviado un recordatorio; según nuestros libros a ${day}, lo siguiente sigue pendiente.</#assign>
<#assign request>Le rogamos que pague ahora o que nos indique cuándo lo hará o qué se lo impide.</#assign>

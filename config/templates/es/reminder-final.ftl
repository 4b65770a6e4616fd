<#assign subject>Último aviso: ${asked} hasta el ${lastDay} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Le hemos recordado el pago varias veces; según nuestros libros a ${day}, lo siguiente sigue pendiente.</#assign>
<#assign request>Este es nuestro último aviso. Le rogamos que pague a más tardar el ${lastDay} o que nos diga hasta entonces qué se lo impide. Después trataremos esta cuenta personalmente.</#assign>

<#assign subject>Recordatorio de pago: ${asked} vencido · ${customer.number} · ${company.name}</#assign>
<#assign opening>Quizá se le haya pasado por alto: según nuestros libros a ${day}, lo siguiente está vencido.</#assign>
<#assign request>Le rogamos que transfiera el importe pendiente en los próximos días a la cuenta que figura en nuestras facturas.</#assign>

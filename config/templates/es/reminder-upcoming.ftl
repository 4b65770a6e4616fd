<#assign subject>Próximo vencimiento: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Según nuestros libros a ${day}, lo siguiente vence en los próximos días. Nada de ello está vencido; solo queremos facilitarle la planificación.</#assign>
<#assign request>Si todo está en orden, basta con pagar el día acordado. Si hay algún error en una factura, díganoslo ahora respondiendo a este correo.</#assign>

<#assign subject>Vence ahora: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Según nuestros libros a ${day}, lo siguiente vence ahora.</#assign>
<#assign request>Le rogamos que transfiera el importe a la cuenta que figura en nuestras facturas, si aún no lo ha hecho.</#assign>

<#-- Lo que se dice al cliente que ha respondido a un recordatorio, en español. -->
<#assign subject>Su respuesta a nuestro recordatorio · ${customer.number} · ${company.name}</#assign>
<#assign greeting>Estimado/a <#if customer.contact?has_content>${customer.contact}<#else>cliente</#if>:</#assign>
<#assign received>Gracias por su respuesta a nuestro recordatorio. La hemos recibido y una persona la revisará.</#assign>
<#assign paused>Hasta el {day} no le recordaremos aquello a lo que se refiere su respuesta.</#assign>
<#assign nothingElse>Este mensaje confirma la recepción de su respuesta; no cambia nada de lo debido o acordado.</#assign>
<#assign safety>Nuestros datos bancarios no cambian por correo electrónico. Si un mensaje dice lo contrario, llámenos al número de su contrato antes de pagar.</#assign>
<#assign farewell>Atentamente,</#assign>

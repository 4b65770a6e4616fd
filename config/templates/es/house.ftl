<#-- Lo que se dice a personas de la casa además de finanzas, en español. Cambie las palabras; conserve los nombres. -->
<#assign kindWords = {"phone": "llamar al cliente", "salesperson": "avisar al comercial", "manager": "avisar a la dirección", "hold": "proponer retener entregas", "handover": "preparar el traspaso"}>
<#assign actionWords = {"HOLD": "retener", "RELEASE": "liberar"}>
<#function stepLine s><#return "${s.label}: ${kindWords[s.kind]!s.kind}: ${s.customer} ${s.name}, ${s.asked} vencidos, desde hace ${s.days} días"></#function>
<#function brokenLine b><#return "${b.label}  ${b.promised} para el ${b.by}, llegaron ${b.paid}"></#function>
<#assign againWord>se prometió de nuevo</#assign>
<#assign papersWord>sus documentos:</#assign>
<#if what == "steps">
<#assign subject>${company}: ${count} cliente(s) le necesitan, ${day}</#assign>
<#assign intro>Estos clientes le necesitan hoy:</#assign>
<#assign moreText>y ${more} más: `saldo steps`</#assign>
<#assign closing>Cuando esté hecho: `saldo steps --done ${steps[0].label} --reason "qué resultó"`, o --drop. `saldo explain ${steps[0].customer}` muestra todo lo que se dijo al primero.</#assign>
<#elseif what == "broken">
<#assign subject>${company}: ${count} promesas incumplidas seguidas: ${customer}</#assign>
<#assign intro>El cliente ${customer} ha incumplido ${count} promesas seguidas:</#assign>
<#assign closing>Otra palabra suya no detiene ningún recordatorio. Acuerde plazos (`saldo plan`), retenga entregas (`saldo hold`) o traspáselo (`saldo export handover`); `saldo explain ${customer}` muestra todo lo que se dijo.</#assign>
<#else>
<#assign subject>${company}: retenciones de entrega: ${count}</#assign>
<#assign intro>Retenga o libere entregas según la lista adjunta y confirme cada una con `saldo hold confirm CH-...` o una instrucción CONFIRM_HOLD.</#assign>
</#if>

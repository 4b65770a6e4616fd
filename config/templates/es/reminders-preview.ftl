<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>Recordatorios del ${day} esperan su decisión: ${count}, ${asked} · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("recordatorio", "recordatorios")} del ${day} por ${asked} ${(count == 1)?then("espera", "esperan")}: ${why}. ${(count == 1)?then("No ha salido.", "Ninguno ha salido.")}</#assign>
<#assign releaseText>Para enviarlos</#assign>
<#assign stopText>Para detenerlos</#assign>
<#assign note>El libro adjunto los contiene todos. Lo que nadie libere antes de la próxima ejecución se decidirá de nuevo en ella.</#assign>
<#assign levelWord>Nivel</#assign>
<#assign noticeWord>Aviso</#assign>
<#assign answerText>Responda a este mensaje desde su propia dirección con una sola palabra, o devuelva el libro con sus decisiones.</#assign>
<#assign releasesAll>los envía todos</#assign>
<#assign stopsAll>los detiene todos</#assign>

<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>Lembretes de ${day} aguardam por si: ${count}, ${asked} · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("lembrete", "lembretes")} de ${day} no valor de ${asked} ${(count == 1)?then("aguarda", "aguardam")}: ${why}. ${(count == 1)?then("Não saiu.", "Nenhum saiu.")}</#assign>
<#assign releaseText>Para os enviar</#assign>
<#assign stopText>Para os parar</#assign>
<#assign note>O livro em anexo contém todos. O que ninguém libertar até à próxima execução será decidido de novo por ela.</#assign>
<#assign levelWord>Nível</#assign>
<#assign noticeWord>Aviso</#assign>
<#assign answerText>Responda a esta mensagem a partir do seu próprio endereço com uma só palavra, ou devolva o livro com as suas decisões.</#assign>
<#assign releasesAll>envia todos</#assign>
<#assign stopsAll>para todos</#assign>

<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>${day}的催款邮件等待您处理：${count}封，${asked} · ${company}</#assign>
<#assign headline>${day}的${count}封催款邮件（共${asked}）正在等待：${why}。均未发出。</#assign>
<#assign releaseText>放行</#assign>
<#assign stopText>停止</#assign>
<#assign note>附件工作簿列出全部。到下次运行前无人放行的，将由下次运行重新决定。</#assign>
<#assign levelWord>级别</#assign>
<#assign noticeWord>到期前通知</#assign>
<#assign answerText>请用您本人的邮箱以一个词回复本邮件，或将填好决定的工作簿发回。</#assign>
<#assign releasesAll>全部放行</#assign>
<#assign stopsAll>全部停止</#assign>

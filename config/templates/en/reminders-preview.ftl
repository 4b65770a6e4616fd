<#-- What finance is shown of reminders that wait for it. Change the words; keep the names. -->
<#assign subject>Reminders of ${day} wait for you: ${count}, ${asked} · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("reminder", "reminders")} of ${day} ${(count == 1)?then("waits", "wait")}, asking for ${asked}: ${why}. ${(count == 1)?then("It has not gone.", "None of them has gone.")}</#assign>
<#assign releaseText>To let them go</#assign>
<#assign stopText>To stop them</#assign>
<#assign note>The attached workbook has all of them. What nobody lets go by the next run is decided anew by it.</#assign>
<#assign levelWord>Level</#assign>
<#assign noticeWord>Notice</#assign>
<#assign answerText>Answer this mail from your own address with one word, or send the workbook back with your decisions.</#assign>
<#assign releasesAll>lets all of them go</#assign>
<#assign stopsAll>stops all of them</#assign>

<#-- What finance is told of reminders, in English. -->
<#assign subject>Reminders of ${day}: ${count} written<#if asked?has_content>, ${asked}</#if> · ${company}</#assign>
<#assign headline>${count} ${(count == 1)?then("reminder", "reminders")} written on ${day}<#if asked?has_content>, asking for ${asked}</#if>.</#assign>
<#assign nobodyText>Nobody was reminded</#assign>
<#assign levelWord>Level</#assign>
<#assign noticeWord>Notice</#assign>
<#assign withheldText>Not reminded:</#assign>
<#assign noteText>To be seen to:</#assign>
<#assign alarmSubject>Receipts have waited for a decision too long · ${company}</#assign>
<#assign alarmText>These receipts still wait for a decision. They no longer cover what their payers owe, so the payers will be reminded. Please decide.</#assign>
<#assign reasonWords = {
    "BLOCKED": "blocked by a person or by the data",
    "DISPUTED": "disputed",
    "PROMISED": "promised",
    "IN_PLAN": "in a plan of instalments",
    "PAUSED": "paused, since the customer has answered",
    "COVERED": "covered by money that is here",
    "BELOW_MINIMUM": "below the minimum",
    "QUIET_DAY": "a holiday or quiet day there",
    "INTERCOMPANY": "a company of the same group",
    "UNKNOWN_LADDER": "its ladder is not in the policy",
    "NATURAL_PERSON": "a natural person, whom no ladder means",
    "HELD_OUT": "drawn by lot to be reminded later",
    "UNWRITABLE": "the mail could not be written",
    "NO_ADDRESS": "no usable mail address",
    "CAP_REACHED": "the cap of the run is reached",
    "SWITCHED_OFF": "mail to customers is off",
    "ALREADY_TODAY": "a reminder was decided today already"}>

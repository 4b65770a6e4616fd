<#-- Ce qui est dit au client qui a répondu à une relance, en français. -->
<#assign subject>Votre réponse à notre relance · ${customer.number} · ${company.name}</#assign>
<#assign greeting><#if customer.contact?has_content>Bonjour ${customer.contact},<#else>Madame, Monsieur,</#if></#assign>
<#assign received>Merci de votre réponse à notre relance. Elle nous est parvenue et sera examinée par une personne.</#assign>
<#assign paused>Jusqu’au {day}, nous ne vous relancerons pas au sujet de ce que concerne votre réponse.</#assign>
<#assign nothingElse>Ce message confirme la réception de votre réponse ; il ne change rien à ce qui est dû ou convenu.</#assign>
<#assign safety>Nos coordonnées bancaires ne changent pas par courriel. Si un message dit le contraire, appelez-nous au numéro de votre contrat avant de payer.</#assign>
<#assign farewell>Cordialement,</#assign>

<#-- Ce que l’on dit aux personnes de la maison en plus de la comptabilité, en français. Changez les mots, gardez les noms. -->
<#assign kindWords = {"phone": "appeler le client", "salesperson": "prévenir le commercial", "manager": "prévenir la direction", "hold": "proposer de bloquer les livraisons", "handover": "préparer la transmission"}>
<#assign actionWords = {"HOLD": "bloquer", "RELEASE": "libérer"}>
<#function stepLine s><#return "${s.label} : ${kindWords[s.kind]!s.kind} : ${s.customer} ${s.name}, ${s.asked} en retard, depuis ${s.days} jours"></#function>
<#function brokenLine b><#return "${b.label}  ${b.promised} pour le ${b.by}, reçu ${b.paid}"></#function>
<#assign againWord>promis de nouveau</#assign>
<#assign papersWord>son dossier :</#assign>
<#if what == "steps">
<#assign subject>${company} : ${count} client(s) ont besoin de vous, ${day}</#assign>
<#assign intro>Ces clients ont besoin de vous aujourd’hui :</#assign>
<#assign moreText>et ${more} de plus : `saldo steps`</#assign>
<#assign closing>Une fois fait : `saldo steps --done ${steps[0].label} --reason "ce qui en est sorti"`, ou --drop. `saldo explain ${steps[0].customer}` montre tout ce qui a été dit au premier.</#assign>
<#elseif what == "broken">
<#assign subject>${company} : ${count} promesses non tenues de suite : ${customer}</#assign>
<#assign intro>Le client ${customer} n’a pas tenu ${count} promesses de suite :</#assign>
<#assign closing>Une nouvelle parole de sa part ne suspend aucun rappel. Convenez d’un échéancier (`saldo plan`), bloquez les livraisons (`saldo hold`) ou transmettez le dossier (`saldo export handover`) ; `saldo explain ${customer}` montre tout ce qui a été dit.</#assign>
<#else>
<#assign subject>${company} : blocages de livraison : ${count}</#assign>
<#assign intro>Merci de bloquer ou de libérer les livraisons selon la liste jointe et de confirmer chacune par `saldo hold confirm CH-...` ou une instruction CONFIRM_HOLD.</#assign>
</#if>

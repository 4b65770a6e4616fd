<#-- O que se diz ao cliente que respondeu a um aviso, em português. -->
<#assign subject>A sua resposta ao nosso aviso · ${customer.number} · ${company.name}</#assign>
<#assign greeting><#if customer.contact?has_content>Caro(a) ${customer.contact},<#else>Exmos. Senhores,</#if></#assign>
<#assign received>Obrigado pela sua resposta ao nosso aviso. Recebemo-la e será analisada por uma pessoa.</#assign>
<#assign paused>Até {day} não lhe lembraremos aquilo a que a sua resposta se refere.</#assign>
<#assign nothingElse>Esta mensagem confirma a receção da sua resposta; não altera nada do que é devido ou acordado.</#assign>
<#assign safety>Os nossos dados bancários não mudam por correio eletrónico. Se uma mensagem disser o contrário, telefone-nos para o número do seu contrato antes de pagar.</#assign>
<#assign farewell>Com os melhores cumprimentos,</#assign>

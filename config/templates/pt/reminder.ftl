<#-- O que diz cada lembrete, em português. Altere as palavras, não os nomes. -->
<#assign head = {"document": "Fatura", "due": "Vencimento", "days": "Dias de atraso", "amount": "Valor", "open": "Em aberto"}>
<#assign greeting>Exmos. Senhores<#if customer.contact?has_content>, ao cuidado de ${customer.contact}</#if>:</#assign>
<#assign total>Total em aberto</#assign>
<#assign credited>Menos créditos e pagamentos já recebidos</#assign>
<#assign excluded>Menos o contestado, prometido ou acordado</#assign>
<#assign notAskedFor>Não reclamado aqui</#assign>
<#assign markWords = {"DISPUTED": "contestado; respondemos até", "PROMISED": "prometido até", "IN_PLAN": "segundo o plano de prestações, próxima em", "PAUSED": "analisamos a sua resposta até"}>
<#assign toPay>A pagar</#assign>
<#assign interestWords>Juros segundo {law} até {day}</#assign>
<#assign lumpSumWords>Custos de cobrança, valor fixo segundo {law}</#assign>
<#assign interestNote>Este montante não está incluído acima; reservamo-nos o direito de o exigir.</#assign>
<#assign reservation>Esta mensagem não altera as condições de pagamento acordadas nem as consequências da mora.</#assign>
<#assign crossing>Se entretanto já pagou, não considere esta mensagem: o seu pagamento e o nosso e-mail cruzaram-se. Se contestar uma fatura ou lhe faltar alguma, basta responder a este e-mail.</#assign>
<#assign safety>Os nossos dados bancários não mudam por e-mail. Se uma mensagem disser o contrário, telefone-nos antes de pagar para o número que consta do seu contrato.</#assign>
<#assign farewell>Com os melhores cumprimentos,</#assign>

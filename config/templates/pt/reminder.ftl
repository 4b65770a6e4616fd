<#-- O que diz cada lembrete, em português. Altere as palavras, não os nomes. -->
<#assign head = {"document": "Fatura", "due": "Vencimento", "days": "Dias de atraso", "amount": "Valor", "open": "Em aberto", "level": "Lembrete"}>
<#assign finalWord>último aviso</#assign>
<#assign finalStands>{document}: o nosso último aviso foi em {day}; o seu último dia, {lastDay}, mantém-se.</#assign>
<#assign mixedSubject>Lembrete: ${asked} vencidos · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>Segundo os nossos livros em ${day}, o seguinte está vencido. A última coluna indica qual é o lembrete de cada fatura.</#assign>
<#assign greeting>Exmos. Senhores<#if customer.contact?has_content>, ao cuidado de ${customer.contact}</#if>:</#assign>
<#assign total>Total em aberto</#assign>
<#assign credited>Menos créditos e pagamentos já recebidos</#assign>
<#assign excluded>Menos o contestado, prometido, acordado ou não reclamado</#assign>
<#assign notAskedFor>Não reclamado aqui</#assign>
<#assign markWords = {"DISPUTED": "contestado; respondemos até", "PROMISED": "prometido até", "IN_PLAN": "segundo o plano de prestações, próxima em", "PAUSED": "analisamos a sua resposta até", "HELD": "por agora não o reclamamos"}>
<#assign toPay>A pagar</#assign>
<#assign interestWords>Juros segundo {law} até {day}</#assign>
<#assign lumpSumWords>Custos de cobrança, valor fixo segundo {law}</#assign>
<#assign feeWords>Custo deste aviso</#assign>
<#assign interestNote>Este montante não está incluído acima; reservamo-nos o direito de o exigir.</#assign>
<#assign reservation>Esta mensagem não altera as condições de pagamento acordadas nem as consequências da mora.</#assign>
<#assign crossing>Se entretanto já pagou, não considere esta mensagem: o seu pagamento e o nosso e-mail cruzaram-se.</#assign>
<#assign safety>Os nossos dados bancários não mudam por e-mail. Se uma mensagem disser o contrário, telefone-nos antes de pagar para o número que consta do seu contrato.</#assign>
<#assign farewell>Com os melhores cumprimentos,</#assign>
<#assign hereIntro>Já recebido e ainda não atribuído a uma fatura</#assign>
<#assign hereWords = {"CREDIT_NOTE": "nota de crédito {document} de {day}", "UNAPPLIED": "o seu pagamento de {day}"}>
<#assign laterIntro>Ainda não vencido, para sua informação</#assign>
<#assign laterMore>e mais {count}</#assign>
<#assign laterTotal>Total ainda não vencido</#assign>
<#assign statementNote>O nosso último extrato de conta para si: {reference}, a {day}.</#assign>
<#assign statementAttached>Segue em anexo.</#assign>
<#assign payIntro>Como pagar</#assign>
<#assign payWords = {"amount": "Valor", "holder": "Titular", "account": "Conta", "bic": "BIC", "bank": "Banco", "reference": "Referência"}>
<#assign payCode>Leia este código com a aplicação do seu banco</#assign>
<#assign answerIntro>Pode responder num só passo: responda a este e-mail com uma destas frases e mantenha a referência no assunto.</#assign>
<#assign answers = [
    {"subject": "Pago", "words": "Pagámos em … (dia), referência: …"},
    {"subject": "Data de pagamento", "words": "Vamos pagar em … (dia), valor: …"},
    {"subject": "Contestação", "words": "Contestamos a fatura …, porque …"},
    {"subject": "Contacto errado", "words": "Por favor, escrevam antes a: … (nome, endereço)"}]>
<#assign talkTo>Com quem pode falar</#assign>
<#assign letterCrossing>Se entretanto já pagou, não considere esta carta: o seu pagamento e a nossa carta cruzaram-se.</#assign>
<#assign letterAnswer>Para responder, escreva para {address} e indique {reference}: que pagou e quando, até quando vai pagar, o que contesta ou a quem devemos escrever.</#assign>

<#-- O que diz a página em que um cliente responde a um extrato, em português. Mude as palavras, não os nomes. -->
<#assign title>Extrato de conta</#assign>
<#assign asOf>À data de</#assign>
<#assign owedText>Saldo a nosso favor</#assign>
<#assign favourText>Saldo a seu favor</#assign>
<#assign openItems>Itens em aberto</#assign>
<#assign unapplied>Pagamentos ainda não aplicados</#assign>
<#assign head = {"document": "Documento", "issued": "Data", "due": "Vencimento", "open": "Em aberto", "received": "Recebido", "reference": "Referência"}>
<#assign answerHeading>A sua resposta</#assign>
<#assign answerText>Compare o saldo com os seus livros. A sua resposta é registada uma só vez, com o seu nome e a hora.</#assign>
<#assign personLabel>O seu nome</#assign>
<#assign roleLabel>A sua função (opcional)</#assign>
<#assign entitledText>Posso responder em nome de ${customer.name}.</#assign>
<#assign agreeButton>O saldo está certo</#assign>
<#assign differSummary>O saldo difere dos nossos livros</#assign>
<#assign differText>Indique as linhas que diferem e o valor que tem; deixe as outras como estão. Pode anexar a sua própria lista.</#assign>
<#assign reasonLabel>O que difere</#assign>
<#assign reasonNone>Conforme</#assign>
<#assign reasonWords = {"PAID": "Já pago", "NOT_KNOWN": "Documento não recebido", "AMOUNT": "Outro valor", "CREDIT": "Falta uma nota de crédito", "GOODS": "Mercadoria ou serviço em litígio", "OTHER": "Outro motivo"}>
<#assign amountLabel>Em aberto segundo os seus livros (opcional)</#assign>
<#assign noteLabel>Algo mais que devamos saber (opcional)</#assign>
<#assign fileLabel>A sua lista em CSV, XLSX ou PDF (opcional)</#assign>
<#assign differButton>Enviar as diferenças</#assign>
<#assign stateWords = {"AGREED": "Obrigado. Registámos que ambas as partes têm o mesmo saldo.", "RECEIVED": "Obrigado. Registámos a sua resposta; uma pessoa vai analisá-la.", "ANSWERED": "Este extrato já foi respondido. Para alterar a resposta, responda ao e-mail com que chegou.", "EXPIRED": "Esta página expirou. Responda ao e-mail com que o extrato chegou.", "SUPERSEDED": "Foi enviada uma versão posterior deste extrato. Responda a essa."}>
<#assign wrongWords = {"PERSON": "Escreva o seu nome e confirme que pode responder.", "NOTHING": "Indique pelo menos uma linha que difira, escreva uma nota ou anexe a sua lista.", "AMOUNT": "Um dos valores não se consegue ler. Escreva-o com algarismos, por exemplo 1234,50.", "FILE": "O ficheiro é demasiado grande ou de outro tipo. Anexe um ficheiro CSV, XLSX ou PDF."}>
<#assign safety>Os nossos dados bancários não mudam por e-mail nem nesta página.</#assign>

<#assign subject>A vencer em breve: ${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>Segundo os nossos livros em ${day}, o seguinte vence nos próximos dias. Nada está em atraso; queremos apenas ajudar no seu planeamento.</#assign>
<#assign request>Se tudo estiver em ordem, basta pagar no dia acordado. Se houver algum erro numa fatura, diga-nos agora respondendo a este e-mail.</#assign>

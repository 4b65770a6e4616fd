<#assign subject>最后通知：请于${lastDay}前支付${askedLead} · ${customer.number} · ${company.name}</#assign>
<#assign opening>我方此前已就以下款项提醒过您，截至${day}仍未付清。</#assign>
<#assign request><#if mixed>对标明“最后通知”的发票，这是我方最后一次通知：请于${lastDay}前支付其中的${askedLead}，或在此之前告知未能付款的原因。此后我方将由专人处理。其余发票请立即付款。<#else>这是我方最后一次通知。请于${lastDay}前付款，或在此之前告知未能付款的原因。此后我方将由专人处理该账户。</#if></#assign>

<#assign subject>最后通知：请于${lastDay}前支付${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>我方已多次提醒，截至${day}，我方账上以下款项仍未付清。</#assign>
<#assign request>这是我方最后一次通知。请于${lastDay}前付款，或在此之前告知未能付款的原因。此后我方将由专人处理该账户。</#assign>

<#assign subject>到期：${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>截至${day}，我方账上以下款项现已到期。</#assign>
<#assign request>如尚未付款，请将款项汇至我方发票所列账户。</#assign>

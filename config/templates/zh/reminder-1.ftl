<#assign subject>付款提醒：${asked} 已逾期 · ${customer.number} · ${company.name}</#assign>
<#assign opening>或许您一时疏忽：截至${day}，我方账上以下款项已逾期。</#assign>
<#assign request>请于近日将未付款项汇至我方发票所列账户。</#assign>

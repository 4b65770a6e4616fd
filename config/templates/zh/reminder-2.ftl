<#assign subject>第二次付款提醒：${asked} 已逾期 · ${customer.number} · ${company.name}</#assign>
<#assign opening>我们此前已提醒过您；截至${day}，我方账上以下款项仍未结清。</#assign>
<#assign request>请立即付款，或告知付款日期或未付原因。</#assign>

<#assign subject>第三次付款提醒：${asked} 已逾期 · ${customer.number} · ${company.name}</#assign>
<#assign opening>虽经两次提醒，截至${day}，我方账上以下款项仍未结清。</#assign>
<#assign request>请勿再拖延，立即付款。如无法付款或有异议，请即与我们联系，共同解决。</#assign>

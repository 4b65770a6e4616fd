<#-- 客户回复催款后收到的说明（中文）. -->
<#assign subject>贵方对催款的回复 · ${customer.number} · ${company.name}</#assign>
<#assign greeting>尊敬的<#if customer.contact?has_content>${customer.contact}<#else>客户</#if>：</#assign>
<#assign received>感谢贵方对我方催款的回复。我方已收到，将由专人处理。</#assign>
<#assign paused>在{day}之前，我方不再就贵方回复所涉事项催款。</#assign>
<#assign nothingElse>本邮件仅确认收到贵方回复，不改变任何应付款项或约定。</#assign>
<#assign safety>我方银行信息不会通过电子邮件变更。如有邮件另有说法，付款前请拨打合同上的电话与我方核实。</#assign>
<#assign farewell>此致</#assign>

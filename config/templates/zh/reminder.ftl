<#-- 每封催款邮件的中文用语。可改文字，勿改名称。 -->
<#assign head = {"document": "发票号", "due": "到期日", "days": "逾期天数", "amount": "金额", "open": "未付金额"}>
<#assign greeting><#if customer.contact?has_content>${customer.contact}<#else>${customer.name}</#if>，您好：</#assign>
<#assign total>未付合计</#assign>
<#assign credited>减：已收到的贷项及款项</#assign>
<#assign excluded>减：有争议、已承诺或已约定的部分</#assign>
<#assign notAskedFor>本次不催收</#assign>
<#assign markWords = {"DISPUTED": "有争议，我方最迟答复日", "PROMISED": "承诺付款日", "IN_PLAN": "按分期计划，下期", "PAUSED": "正在核实贵方答复，截至"}>
<#assign toPay>应付</#assign>
<#assign interestWords>按{law}计算至{day}的逾期利息</#assign>
<#assign lumpSumWords>按{law}的定额催收费用</#assign>
<#assign interestNote>上述金额不含此项，我方保留主张的权利。</#assign>
<#assign reservation>本邮件不变更合同约定的付款期限及逾期责任。</#assign>
<#assign crossing>如您已付款，请忽略本邮件，可能是付款与本邮件在途交错。如对发票有异议或未收到发票，请直接回复本邮件。</#assign>
<#assign safety>我们绝不会通过电子邮件更改银行账户。如收到相反内容的信息，请在付款前拨打合同中的电话与我们核实。</#assign>
<#assign farewell>此致</#assign>

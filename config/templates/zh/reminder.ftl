<#-- 每封催款邮件的中文用语。可改文字，勿改名称。 -->
<#assign head = {"document": "发票号", "due": "到期日", "days": "逾期天数", "amount": "金额", "open": "未付金额", "level": "提醒次数"}>
<#assign finalWord>最后通知</#assign>
<#assign finalStands>{document}：我方已于{day}发出最后通知，所定最后日期{lastDay}不变。</#assign>
<#assign mixedSubject>付款提醒：${asked} 已逾期 · ${customer.number} · ${company.name}</#assign>
<#assign mixedOpening>截至${day}，我方账上以下款项已逾期。最后一列说明每张发票是第几次提醒。</#assign>
<#assign greeting><#if customer.contact?has_content>${customer.contact}<#else>${customer.name}</#if>，您好：</#assign>
<#assign total>未付合计</#assign>
<#assign credited>减：已收到的贷项及款项</#assign>
<#assign excluded>减：有争议、已承诺、已约定或暂不催收的部分</#assign>
<#assign notAskedFor>本次不催收</#assign>
<#assign markWords = {"DISPUTED": "有争议，我方最迟答复日", "PROMISED": "承诺付款日", "IN_PLAN": "按分期计划，下期", "PAUSED": "正在核实贵方答复，截至", "HELD": "我方暂不催收"}>
<#assign toPay>应付</#assign>
<#assign interestWords>按{law}计算至{day}的逾期利息</#assign>
<#assign lumpSumWords>按{law}的定额催收费用</#assign>
<#assign feeWords>本次催款费用</#assign>
<#assign interestNote>上述金额不含此项，我方保留主张的权利。</#assign>
<#assign reservation>本邮件不变更合同约定的付款期限及逾期责任。</#assign>
<#assign crossing>如您已付款，请忽略本邮件，可能是付款与本邮件在途交错。</#assign>
<#assign safety>我们绝不会通过电子邮件更改银行账户。如收到相反内容的信息，请在付款前拨打合同中的电话与我们核实。</#assign>
<#assign farewell>此致</#assign>
<#assign hereIntro>已收到、尚未冲抵发票的款项</#assign>
<#assign hereWords = {"CREDIT_NOTE": "{day}的贷项通知单{document}", "UNAPPLIED": "您{day}的付款"}>
<#assign laterIntro>尚未到期（供参考）</#assign>
<#assign laterMore>另有{count}笔</#assign>
<#assign laterTotal>尚未到期合计</#assign>
<#assign statementNote>我们最近一次发给您的对账单：{reference}，截至{day}。</#assign>
<#assign statementAttached>随信附上。</#assign>
<#assign payIntro>付款方式</#assign>
<#assign payWords = {"amount": "金额", "holder": "收款人", "account": "账号", "bic": "BIC", "bank": "开户行", "reference": "附言"}>
<#assign payCode>用手机银行扫描此码</#assign>
<#assign answerIntro>您可以一步答复：直接回复本邮件，选用以下任一句话，并保留主题中的编号。</#assign>
<#assign answers = [
    {"subject": "已付款", "words": "我们已于……（日期）付款，附言：……"},
    {"subject": "付款日期", "words": "我们将于……（日期）付款，金额：……"},
    {"subject": "异议", "words": "我们对发票……有异议，原因：……"},
    {"subject": "联系人有误", "words": "请改为联系：……（姓名、地址）"}]>
<#assign talkTo>联系人</#assign>
<#assign letterCrossing>如您已付款，请忽略本函，可能是付款与本函在途交错。</#assign>
<#assign letterAnswer>如需答复，请发邮件至{address}并注明{reference}：已付款及付款日期、预计付款日期、异议内容，或应联系的人。</#assign>

<#-- 客户答复对账单的网页文字（中文）。可以修改文字，名称不变。 -->
<#assign title>对账单</#assign>
<#assign asOf>截止日期</#assign>
<#assign owedText>贵方应付余额</#assign>
<#assign favourText>我方应付余额</#assign>
<#assign openItems>未清项目</#assign>
<#assign unapplied>尚未核销的付款</#assign>
<#assign head = {"document": "单据", "issued": "日期", "due": "到期日", "open": "未清金额", "received": "收款日", "reference": "参考号"}>
<#assign answerHeading>贵方答复</#assign>
<#assign answerText>请与贵方账簿核对余额。答复只记录一次，并注明姓名和时间。</#assign>
<#assign personLabel>姓名</#assign>
<#assign roleLabel>职务（可不填）</#assign>
<#assign entitledText>本人有权代表${customer.name}答复。</#assign>
<#assign agreeButton>余额相符</#assign>
<#assign differSummary>余额与我方账簿不符</#assign>
<#assign differText>请注明不符的项目及贵方账面金额，其余保持不变。可附贵方清单。</#assign>
<#assign reasonLabel>不符原因</#assign>
<#assign reasonNone>相符</#assign>
<#assign reasonWords = {"PAID": "已付款", "NOT_KNOWN": "未收到单据", "AMOUNT": "金额不同", "CREDIT": "缺少贷项通知单", "GOODS": "货物或服务有争议", "OTHER": "其他原因"}>
<#assign amountLabel>贵方账面未清金额（可不填）</#assign>
<#assign noteLabel>其他说明（可不填）</#assign>
<#assign fileLabel>贵方清单，CSV、XLSX 或 PDF（可不填）</#assign>
<#assign differButton>提交差异</#assign>
<#assign stateWords = {"AGREED": "谢谢。我们已记录双方余额相符。", "RECEIVED": "谢谢。我们已记录贵方答复，将由专人处理。", "ANSWERED": "此对账单已经答复。如需更改，请回复随附此对账单的邮件。", "EXPIRED": "此页面已过期。请回复随附此对账单的邮件。", "SUPERSEDED": "此对账单已有更新版本，请答复更新后的版本。"}>
<#assign wrongWords = {"PERSON": "请填写姓名并确认有权答复。", "NOTHING": "请至少注明一项不符的项目、填写说明或附上清单。", "AMOUNT": "有一项金额无法识别，请用数字填写，例如 1234.50。", "FILE": "文件过大或类型不符，请附 CSV、XLSX 或 PDF 文件。"}>
<#assign safety>我方银行账户不会通过邮件或本页面变更。</#assign>

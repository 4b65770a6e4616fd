<#-- 告知财务的催款情况，中文。 -->
<#assign subject>${day} 催款：已写 ${count} 封<#if asked?has_content>，${asked}</#if> · ${company}</#assign>
<#assign headline>${day} 共写催款邮件 ${count} 封<#if asked?has_content>，要求支付 ${asked}</#if>。</#assign>
<#assign nobodyText>未催任何客户</#assign>
<#assign levelWord>级别</#assign>
<#assign noticeWord>到期前通知</#assign>
<#assign withheldText>未催款：</#assign>
<#assign noteText>待处理：</#assign>
<#assign alarmSubject>有收款等待决定过久 · ${company}</#assign>
<#assign alarmText>以下收款仍待决定，不再抵扣付款人所欠款项，付款人将被催款。请予决定。</#assign>
<#assign reasonWords = {
    "BLOCKED": "被人工或数据暂停",
    "DISPUTED": "有争议",
    "PROMISED": "已承诺付款",
    "IN_PLAN": "在分期计划中",
    "PAUSED": "客户已回复，暂停催款",
    "COVERED": "已有款项可抵",
    "BELOW_MINIMUM": "低于最低金额",
    "QUIET_DAY": "当地节假日或静默日",
    "INTERCOMPANY": "同一集团内的公司",
    "UNKNOWN_LADDER": "所指定的催收阶梯不在政策中",
    "NATURAL_PERSON": "自然人，没有适用的催收阶梯",
    "HELD_OUT": "抽签暂缓催款",
    "UNWRITABLE": "邮件无法生成",
    "NO_ADDRESS": "无可用邮箱地址",
    "CAP_REACHED": "已达本次上限",
    "SWITCHED_OFF": "客户邮件已关闭",
    "ALREADY_TODAY": "今日已作催款决定"}>

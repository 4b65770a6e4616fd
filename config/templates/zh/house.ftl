<#-- 除财务外告知公司内部人员的内容（中文）。可改文字，勿改名称。 -->
<#assign kindWords = {"phone": "致电客户", "salesperson": "通知销售人员", "manager": "通知经理", "hold": "建议暂停发货", "handover": "准备移交"}>
<#assign actionWords = {"HOLD": "暂停", "RELEASE": "恢复"}>
<#function stepLine s><#return "${s.label}：${kindWords[s.kind]!s.kind}：${s.customer} ${s.name}，逾期 ${s.asked}，已 ${s.days} 天"></#function>
<#function brokenLine b><#return "${b.label}  承诺 ${b.by} 前支付 ${b.promised}，实收 ${b.paid}"></#function>
<#assign againWord>已重新承诺</#assign>
<#assign papersWord>相关材料：</#assign>
<#if what == "steps">
<#assign subject>${company}：${count} 个客户需要您处理，${day}</#assign>
<#assign intro>以下客户今天需要您处理：</#assign>
<#assign moreText>另有 ${more} 项：`saldo steps`</#assign>
<#assign closing>处理完毕后：`saldo steps --done ${steps[0].label} --reason "结果"`，或 --drop。`saldo explain ${steps[0].customer}` 列出与第一个客户的全部往来。</#assign>
<#elseif what == "broken">
<#assign subject>${company}：连续 ${count} 次未履行付款承诺：${customer}</#assign>
<#assign intro>客户 ${customer} 已连续 ${count} 次未履行付款承诺：</#assign>
<#assign closing>其再次承诺不再暂停催款。可商定分期（`saldo plan`）、暂停发货（`saldo hold`）或移交（`saldo export handover`）；`saldo explain ${customer}` 列出全部往来。</#assign>
<#else>
<#assign subject>${company}：暂停发货：${count}</#assign>
<#assign intro>请按所附清单暂停或恢复发货，并逐项以 `saldo hold confirm CH-...` 或指令 CONFIRM_HOLD 确认。</#assign>
</#if>

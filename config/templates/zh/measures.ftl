<#-- What finance is told of the effect of reminders, in Chinese. -->
<#assign subject>催款效果，截至${day} · ${company}</#assign>
<#assign headline>${company}自${first}至${day}的催款与回款，按目前已知数据。</#assign>
<#assign effectTitle>${within}天内付清的款项</#assign>
<#assign boundsText>括号内为真实差异在100次中有95次所处的范围。抽签选出的${percent}%客户推迟${days}天催款。</#assign>
<#assign timeTitle>一半款项付清所需天数</#assign>
<#assign promisesTitle>付款承诺</#assign>
<#assign recoveryTitle>各账龄仍未付的款项在${recoveryDays}天内的回款</#assign>
<#assign causesTitle>逾期原因</#assign>
<#assign causeWords = {"DISPUTED": "有争议", "UNKNOWN": "未记录原因"}>
<#assign suggestTitle>建议</#assign>
<#function stepName level><#return (level < 0)?then("第1级之前第${-level}次到期前通知", "第${level}级")></#function>
<#function toldLabel level><#return "${stepName(level)}，已催"></#function>
<#function heldLabel level><#return "${stepName(level)}，暂缓"></#function>
<#function ageLabel age><#return (age == 0)?then("到期日", "逾期${age}天")></#function>
<#function effectLine e>
<#local line = "${stepName(e.level)}：${e.toldCustomers}家客户${e.told}笔中${e.toldPaid}">
<#if (e.held > 0)><#local line = line + "；暂缓组${e.heldCustomers}家客户${e.held}笔中${e.heldPaid}"></#if>
<#if e.points?has_content><#local line = line + "；相差${e.points}个百分点（${e.low}至${e.high}）"></#if>
<#return line>
</#function>
<#function timeLine t><#return "${stepName(t.level)}：" + t.median?has_content?then("${t.median}天", "付清不到一半") + "，共${t.items}笔"></#function>
<#assign promisesLine><#if promises.share??>${promises.all}项中履行${promises.kept}项（${promises.share}；${promises.low}至${promises.high}），部分履行${promises.partly}项，违约${promises.broken}项</#if></#assign>
<#function recoveryLine r><#return "${r.share}，${r.open}中收回${r.collected}"></#function>
<#function causeLine c><#local words = causeWords[c.code]!(c.meaning?has_content?then(c.code + " – " + c.meaning, c.code))><#return "${words}：${c.open}（${c.share}），${c.customers}家客户的${c.documents}张单据"></#function>
<#function suggestion s>
<#switch s.kind>
<#case "HOLD_OUT"><#return "没有对照组（measures.yaml 的 hold-out）：不知道不催款也会付的有多少，因此无法说明效果。">
<#case "WAIT"><#return "${stepName(s.level)}：较小的一组还差${s.number}家客户，才能下结论。">
<#case "KEEP"><#return "${stepName(s.level)}有效：按时付款至少多${s.number}个百分点。请保留。">
<#case "CHANGE"><#return "${stepName(s.level)}带来的不到${s.number}个百分点。可换措辞、换日期或改打电话。">
<#case "UNDECIDED"><#return "${stepName(s.level)}：效果尚未得到证明，最多可能有${s.number}个百分点。请继续观察。">
<#case "HARMS"><#return "${stepName(s.level)}：已催客户付款反而更少，至少少${s.number}个百分点。请检查措辞。">
<#case "PROMISES"><#return "付款承诺最多只有${s.number}%得到履行。请要求先付一部分或约定分期。">
<#default><#return "逾期${s.level}天的款项只能再收回${s.number}%。请在此之前行动。">
</#switch>
</#function>

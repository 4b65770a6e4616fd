<#assign subject>即将到期：${asked} · ${customer.number} · ${company.name}</#assign>
<#assign opening>截至${day}，我方账上以下款项将于近日到期。目前均未逾期，谨此便于您安排。</#assign>
<#assign request>如一切无误，请按约定日期付款即可。如发票有误，请现在回复本邮件告知我们。<#if early?has_content>按约定折扣，在括号内日期前应付：${early?join("；")}。</#if><#if offers?has_content> 若在括号内日期前提早付款，我们提供优惠: ${offers?join("; ")}.</#if><#if points?has_content>您因按约定日期付款已有${points}积分，谢谢。</#if></#assign>

<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/" + template + ".ftl"><#if mixed && lastDay == "">${mixedSubject}<#else>${subject}</#if>

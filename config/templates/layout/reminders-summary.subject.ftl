<#include "/" + language + "/reminders-summary.ftl">${(what == "alarm")?then(alarmSubject, subject)}

<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/" + template + ".ftl">${subject}

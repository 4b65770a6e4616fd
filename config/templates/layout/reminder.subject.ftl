<#include "/" + language + "/reminder.ftl"><#include "/" + language + "/reminder-" + level + ".ftl">${subject}

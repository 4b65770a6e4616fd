<#include "/" + language + "/reminders-preview.ftl">${subject}

<#include "/" + language + "/reminder-answer.ftl">${subject}

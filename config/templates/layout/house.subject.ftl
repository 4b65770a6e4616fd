<#include "/" + language + "/house.ftl">${subject}

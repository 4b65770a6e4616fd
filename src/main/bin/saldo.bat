@echo off
rem Starts Saldo. JAVA_HOME or the PATH names the Java (17 or newer); JAVA_OPTS is handed to it.
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo saldo: no Java was found; install a JDK 17 or newer, or point JAVA_HOME to one 1>&2
    exit /b 3
)
set "speed=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%a in (run once) do for %%b in (%*) do if "%%~b"=="%%a" set "speed=-Xmx832m -XX:NewRatio=3 -XX:+ExitOnOutOfMemoryError -XX:+UseParallelGC"
"%java%" %speed% -Dsaldo.home="%home%" -Djava.awt.headless=true -Dfile.encoding=UTF-8 %JAVA_OPTS% ^
    -cp "%home%\lib\saldo.jar" org.saldo.Hub %*
exit /b %errorlevel%

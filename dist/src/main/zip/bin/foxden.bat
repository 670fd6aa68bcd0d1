@echo off
rem Runs Foxden's command line with the Java that JAVA_HOME or the PATH names: bin\foxden --help
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -jar "%~dp0..\foxden-cli.jar" %*
exit /b %ERRORLEVEL%

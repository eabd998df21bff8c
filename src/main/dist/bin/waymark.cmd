@echo off
rem Starts Waymark on the JDK that it finds. Environment:
rem   WAYMARK_JAVA_HOME  the JDK to use
rem   WAYMARK_JAVA_OPTS  options for the JVM, after the ones below, so that they win
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."
set "java_home="

if defined WAYMARK_JAVA_HOME (
  call :try "%WAYMARK_JAVA_HOME%"
  if not defined java_home (
    >&2 echo WAYMARK_JAVA_HOME does not name a JDK 25 or later.
    exit /b 2
  )
)
if not defined java_home if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java_home for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if not defined java_home for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined java_home (
  >&2 echo Waymark needs a JDK 25 or later and found none: install one, for example Eclipse Temurin from https://adoptium.net, and if it is in an unusual place, set WAYMARK_JAVA_HOME to its folder.
  exit /b 2
)

rem The AOT cache of this very JVM and these very jars, where training made one.
set "build_id="
if exist "%home%\lib\build-id" set /p build_id=<"%home%\lib\build-id"
set "cache="
if exist "%home%\aot\%build_id%-%java_version%.aot" set cache="-XX:AOTCache=%home%\aot\%build_id%-%java_version%.aot"

rem A preview answers between two saves, so it collects with all processors, and more rarely.
set "collector=-XX:+UseSerialGC"
set "young=64m"
if "%~1"=="serve" set "collector=-XX:+UseParallelGC"
if "%~1"=="serve" set "young=256m"
rem Two collectors on one command line are an error, so one in WAYMARK_JAVA_OPTS takes ours away.
if defined WAYMARK_JAVA_OPTS if not "%WAYMARK_JAVA_OPTS:-XX:+Use=%"=="%WAYMARK_JAVA_OPTS%" set "collector="

"%java_home%\bin\java.exe" %collector% -XX:TieredStopAtLevel=1 -Xms48m -XX:MaxNewSize=%young% -Xlog:disable --enable-native-access=ALL-UNNAMED %cache% %WAYMARK_JAVA_OPTS% -cp "%home%\lib\waymark.jar" dev.waymark.cli.Main %*
exit /b %ERRORLEVEL%

rem Sets java_home and java_version if %1 is the home of a JDK that will do.
:try
if defined java_home exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "number="
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do (
  if "%%a"=="JAVA_VERSION" for /f "delims=.-+_" %%n in ("%%~b") do set "number=%%n"
  if "%%a"=="JAVA_RUNTIME_VERSION" set "java_version=%%~b"
)
if not defined number exit /b 0
if %number% GEQ 25 set "java_home=%~1"
exit /b 0

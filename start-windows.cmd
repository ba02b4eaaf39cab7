@echo off
rem Start Mentorspiegel on Windows: find a Python from 3.11 to 3.14 that can make an environment, or let uv
rem fetch one into .tools, and leave the rest to start.py. start-linux.sh takes the same steps.
setlocal
chcp 65001 >nul
title Mentorspiegel
cd /d "%~dp0"
set "UV=0.13.8"
set "PYTHON=3.12"
set "PYTHONUTF8=1"
set "FOUND="
set "FITTING=import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"

if not exist start.py (
  echo Pak eerst het hele zip-bestand uit, en start dan vanuit de map die je krijgt.
  echo Unpack the whole zip file first, and then start from the folder that you get.
  goto failed
)

call :find_python
if not defined FOUND call :fetch_python
if not defined FOUND call :find_python
if not defined FOUND (
  echo Python kon niet opgehaald worden. Is er internet? Of installeer zelf Python 3.12 en start opnieuw.
  echo Python could not be fetched. Is there internet? Or install Python 3.12 yourself and start again.
  goto failed
)
%FOUND% start.py
if not errorlevel 1 exit /b 0
echo Mentorspiegel is niet gestart, of niet goed gestopt. Wat je kunt doen staat hierboven.
echo Mentorspiegel did not start, or did not stop well. What you can do stands above.

:failed
echo.
pause
exit /b 1

:find_python
for /d %%d in (".tools\python\cpython-*") do call :try "%%~fd\python.exe"
for %%v in (3.14 3.13 3.12 3.11) do call :try py -%%v
call :try python
exit /b 0

:try
if defined FOUND exit /b 0
%* -c "%FITTING%" >nul 2>&1
if not errorlevel 1 set FOUND=%*
exit /b 0

:fetch_python
echo Er is hier nog geen Python die past. Die wordt opgehaald (met uv van pypi.org, naar de map .tools).
echo There is no Python here that fits. It is fetched (with uv from pypi.org, into the folder .tools).
echo.
set "UV_PYTHON_INSTALL_DIR=%CD%\.tools\python"
set "UV_CACHE_DIR=%CD%\.tools\cache"
set "UV_NO_CONFIG=1"
set "UVEXE=%CD%\.tools\uv.exe"
if not exist "%UVEXE%" for %%u in (uv.exe) do if not "%%~$PATH:u"=="" set "UVEXE=%%~$PATH:u"
if not exist "%UVEXE%" call :fetch_uv
if not exist "%UVEXE%" exit /b 1
rem uv checks what it fetches
"%UVEXE%" python install --no-bin --no-registry --managed-python %PYTHON%
exit /b 0

rem The file of uv for this machine, as its package has it on pypi.org, and its SHA-256, as in requirements-dev.txt.
:fetch_uv
set "PLACE=6a/1d/d813afac1a7cbe3eeeca8709b47bdcd5e5189d08364b8d7a9f693082f0f1"
set "KIND=win_amd64"
set "HASH=cfbc13020a64cdf2f116d2936824c38edbf41e5c07f1ea291baf02e31ebf3ed0"
if not "%PROCESSOR_ARCHITECTURE%"=="ARM64" goto fetch_file
set "PLACE=98/fd/9cc888863d2326e6e5c6ae2a66d4b3ff248f9cd6bb50cb8be36a941c3e26"
set "KIND=win_arm64"
set "HASH=b4184029b1b7c54409b9cd4372c73a36ef9c2d1d7cf3b0aca59c8b1932f041dc"

:fetch_file
set "FROM=https://files.pythonhosted.org/packages/%PLACE%/uv-%UV%-py3-none-%KIND%.whl"
if not exist .tools mkdir .tools
set "STEPS=$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"
set "STEPS=%STEPS% [Net.ServicePointManager]::SecurityProtocol = 'Tls12';"
set "STEPS=%STEPS% Invoke-WebRequest -UseBasicParsing $env:FROM -OutFile .tools\uv.zip;"
set "STEPS=%STEPS% if ((Get-FileHash .tools\uv.zip -Algorithm SHA256).Hash -ne $env:HASH) { Remove-Item .tools\uv.zip; exit 3 };"
set "STEPS=%STEPS% Expand-Archive -Force .tools\uv.zip .tools\unpacked;"
set "STEPS=%STEPS% Move-Item -Force .tools\unpacked\uv-$env:UV.data\scripts\uv.exe .tools\uv.exe;"
set "STEPS=%STEPS% Remove-Item -Recurse .tools\uv.zip, .tools\unpacked"
powershell -NoProfile -ExecutionPolicy Bypass -Command "%STEPS%"
if not errorlevel 3 exit /b 0
echo Wat opgehaald is, is niet wat het moet zijn: onderweg veranderd of beschadigd. Het is weggegooid. Start later opnieuw.
echo What was fetched is not what it has to be: changed or damaged on its way. It was thrown away. Start again later.
echo.
exit /b 1

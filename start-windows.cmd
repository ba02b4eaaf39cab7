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
echo Er is hier nog geen Python die past. Die wordt opgehaald (uv van astral.sh, naar de map .tools).
echo There is no Python here that fits. It is fetched (uv from astral.sh, into the folder .tools).
echo.
set "UV_UNMANAGED_INSTALL=%CD%\.tools"
set "UV_PYTHON_INSTALL_DIR=%CD%\.tools\python"
set "UV_CACHE_DIR=%CD%\.tools\cache"
set "UV_NO_CONFIG=1"
set "UVEXE=%CD%\.tools\uv.exe"
if not exist "%UVEXE%" for %%u in (uv.exe) do if not "%%~$PATH:u"=="" set "UVEXE=%%~$PATH:u"
if not exist "%UVEXE%" powershell -NoProfile -ExecutionPolicy Bypass -Command "irm https://astral.sh/uv/%UV%/install.ps1 | iex"
if not exist "%UVEXE%" exit /b 1
"%UVEXE%" python install --no-bin --no-registry --managed-python %PYTHON%
exit /b 0

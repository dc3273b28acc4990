@echo off
rem The same tasks as in the Makefile, for Windows without make: make build, make test.
setlocal
if defined PYTHON goto run
set "PYTHON=python"
where /q py && set "PYTHON=py -3"
:run
%PYTHON% "%~dp0tools\tasks.py" %*
exit /b %ERRORLEVEL%

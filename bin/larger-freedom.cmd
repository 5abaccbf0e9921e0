@node "%~dp0..\tools\command.mjs" %*

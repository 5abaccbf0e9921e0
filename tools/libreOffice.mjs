import { spawnSync } from 'node:child_process';
import { installDebian } from './debianPackage.mjs';

/** LibreOffice, with which the tests open workbooks and documents: the one that is here, else Debian's, without its windows. */
export function ensureLibreOffice() {
  if (!spawnSync('soffice', ['--version']).error) return;
  for (const part of ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'])
    installDebian(part, 'the tests that open workbooks and documents');
}

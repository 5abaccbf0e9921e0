import { spawnSync } from 'node:child_process';
import { installDebian } from './debianPackage.mjs';

/** Poppler, with which the tests read PDFs: the one that is here, else Debian's. Without it those tests are skipped. */
export function ensurePoppler() {
  if (spawnSync('pdftotext', ['-v']).error) installDebian('poppler-utils', 'the tests that read PDFs');
}

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, installLine } from './browser.mjs';
import { ensureLibreOffice } from './libreOffice.mjs';
import { ensurePoppler } from './poppler.mjs';
import { ensureBuilt, ensureInstalled, environment, nodePath, root, run, say } from './runtime.mjs';

/** `npm test`: everything that must hold, in the order in which a fault is cheapest to find. */
ensureInstalled();
const reports = join(root, 'test-output');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const bin = (name) => join(root, 'node_modules', ...name.split('/'));
const count = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

check('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
check('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']);
check('types', [bin('vue-tsc/bin/vue-tsc.js'), '--build', 'tsconfig.json']);
check('layers', [join(root, 'tools', 'layers.mjs')]);
ensurePoppler();
ensureLibreOffice();
tests('unit');
tests('reference');
step('build', () => {
  ensureBuilt();
  return true;
});
const browser = ensureBrowser();
if (browser === null) {
  say(installLine);
  count.failed++;
  failures.push('end-to-end: no Chromium');
} else {
  tests('e2e', { LARGER_FREEDOM_CHROMIUM: browser });
}

if (failures.length > 0) say(`\nFailed: ${failures.join('; ')}`);
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
process.exit(count.failed > 0 ? 1 : 0);

/** One program that must end well. */
function check(name, parameters) {
  step(name, () => run(nodePath(), parameters).status === 0);
}

function step(name, work) {
  say(`\n── ${name}`);
  if (work()) {
    count.passed++;
  } else {
    count.failed++;
    failures.push(name);
  }
}

/** One project of vitest.config.ts; its own tests are counted. */
function tests(project, more = {}) {
  say(`\n── ${project}`);
  const report = join(reports, `${project}.json`);
  const { status } = run(
    nodePath(),
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...environment(), ...more } },
  );
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += numPassedTests;
    count.failed += numFailedTests;
    count.skipped += numPendingTests;
    if (status !== 0 && numFailedTests === 0) count.failed++;
  } else {
    count.failed++;
  }
  if (status !== 0) failures.push(project);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rComment, rNumber, rString, rVector } from '#code/r/rText.ts';

const hasR = spawnSync('Rscript', ['--vanilla', '-e', '1'], { stdio: 'ignore' }).status === 0;

/** What a label may hold that would end a string or a comment. */
const attacks = [
  `a "quote" and 'another'`,
  'back\\slash \\" \\n',
  'line\nquit()',
  'return\rquit()',
  'separator\u2028quit()',
  'paragraph\u2029quit()\u0085quit()',
  'tab\tvertical\u000bform\u000c',
  'নিরাপত্তা `x` $x',
  '# comment"); system("id"); ("',
  '\u202edesrever',
  '😀 emoji',
];

test('text of others stays one string, and one comment of its own lines', () => {
  for (const attack of attacks) {
    expect(rString(attack)).toMatch(/^"[^\n\r\u2028\u2029]*"$/);
    for (const line of rComment(attack).split(/\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]/))
      expect(line).toMatch(/^# /);
  }
  expect(rString('a\0b')).toBe('"ab"');
  expect(rString('\ud800')).toBe('"\ufffd"');
});

test.skipIf(!hasR)('R reads each string as what it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-test-'));
  try {
    const lines = attacks.map((attack) => `${rComment(attack)}\ncat(utf8ToInt(${rString(attack)}), "\\n")`);
    const file = join(folder, 'attack.R');
    writeFileSync(file, lines.join('\n'));
    const { stdout } = spawnSync('Rscript', ['--vanilla', '--encoding=UTF-8', file], { encoding: 'utf8' });
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => String.fromCodePoint(...line.trim().split(/\s+/).map(Number)));
    expect(read).toEqual(attacks);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('numbers are written so that they are read back to the last bit', () => {
  expect([0.1, 1e21, -0.30000000000000004, 5e-324].map(rNumber)).toEqual([
    '0.1',
    '1e+21',
    '-0.30000000000000004',
    '5e-324',
  ]);
  expect(rVector([])).toBe('NULL');
  expect(rVector([3])).toBe('3');
  expect(rVector([1, 'b'])).toBe('c(1, "b")');
});

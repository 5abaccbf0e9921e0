import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readExpected } from './readCase.ts';

interface Made {
  readonly made: {
    readonly script: string;
    readonly survey?: string;
    readonly pspp?: string;
    readonly published?: string;
  };
  readonly data?: string;
}

const root = new URL('../../', import.meta.url);
const folder = new URL('test/reference/cases/', root);
const names = readdirSync(folder);

test('at least sixty cases against R survey 4.1, and five against PSPP or a published table', () => {
  const made = names.map((name) => readExpected<Made>(name).made);
  expect(made.filter(({ survey }) => survey?.startsWith('4.1')).length).toBeGreaterThanOrEqual(60);
  expect(made.filter(({ pspp, published }) => pspp ?? published).length).toBeGreaterThanOrEqual(5);
});

test.each(names)('%s: named by situation, with the script that made it', (name) => {
  expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const { made, data } = readExpected<Made>(name);
  expect(made.script).toMatch(/^test\/reference\//);
  const script = readFileSync(new URL(made.script, root), 'utf8');
  if (made.script.endsWith('.R')) expect(script).toContain(`made_by("${made.script.split('/').at(-1)}")`);
  if (data !== undefined) expect(existsSync(new URL(`${data}/data.csv`, folder))).toBe(true);
});

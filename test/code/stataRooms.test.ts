import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { asked } from '../helpers/asked.ts';
import { teaching } from '../reference/code/studies.ts';

/*
 * There is no free interpreter of Stata: what can be told of a do-file without one is held here. By the manual [P]:
 * programs are defined before they are called, blocks close on lines of their own, macro quotes pair.
 */

const { matrix, freedoms, tables, priorities } = firstDefinitions;
const pair = { fear: 'prob_robbery', want: 'prob_poverty' };
const rooms: Readonly<Record<string, AnalysisDefinition>> = {
  'a matrix': matrix,
  'matrices and a pair by groups': { ...matrix, by: 'residence', pair, pairBy: 'sex' },
  'the two freedoms': { ...freedoms, by: 'division' },
  'priorities by groups': { ...priorities, by: 'sex', concern: 'prob_robbery', concernBy: 'residence' },
  'a table': {
    ...tables,
    rows: [
      { kind: 'variable', name: 'safe_dark' },
      { kind: 'mean', name: 'age' },
    ],
    columns: [['division'], ['residence', 'sex']],
    where: 'age >= 20',
  },
};

let folder: string;
let study: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-stata-'));
  ({ study } = await teaching('bangladesh', folder, 2));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commandsOf = (code: string): string[] => {
  const lines = code.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('*'));
};

describe.each(Object.entries(rooms))('the do-file of %s', (_, definition) => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await asked('publication.code', {
      study,
      survey: null,
      definition,
      dialect: 'Stata',
      data: 'survey.dta',
      name: 'Theft `macro\' & "quotes"',
    }));
  });

  it('says what version it is for, before all commands', () => {
    expect(commandsOf(code)[0]).toBe('version 16');
  });

  it('defines every program before it is called', () => {
    const defined = new Set<string>();
    const called: string[] = [];
    for (const line of commandsOf(code)) {
      const [, own] = /^program define (\w+)$/.exec(line) ?? [];
      if (own) defined.add(own);
      const [, name] = /^(?:quietly )?(lf_\w+)(?: |$)(?!=)/.exec(line) ?? [];
      if (name) called.push(name);
    }
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((name) => !defined.has(name))).toEqual([]);
  });

  it('closes every block and every program', () => {
    let depth = 0;
    for (const line of commandsOf(code)) {
      if (/^}/.test(line)) depth--;
      expect(depth, line).toBeGreaterThanOrEqual(0);
      if (line.endsWith('{') || line === '{') depth++;
    }
    expect(depth).toBe(0);
    const opens = commandsOf(code).filter((line) => /^program define /.test(line) || line === 'mata:');
    expect(commandsOf(code).filter((line) => line === 'end')).toHaveLength(opens.length);
  });

  it('pairs the quotes of macros and strings, and keeps paths with blanks together', () => {
    for (const line of commandsOf(code)) {
      // A transposed matrix has the mark too.
      const plain = line.replaceAll(/`"|"'/g, '').replace(/^(matrix .*\w)' \*/, '$1 *');
      expect(plain.split('`').length - plain.split("'").length, line).toBe(0);
      expect(plain.split('"').length % 2, line).toBe(1);
    }
    expect(code).toContain('using "`collected\'"');
    expect(code).toContain('use "`collected\'", clear');
  });

  it('has no line that is too long to read, and none longer than a comment of Stata', () => {
    expect(Math.max(...code.split('\n').map(({ length }) => length))).toBeLessThan(500);
  });
});

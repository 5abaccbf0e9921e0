import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import { columnWriter, readColumn } from '#project/columns.ts';
import { concernsOf, setConcerns } from '#project/concerns.ts';
import { rescueStudy } from '#project/rescue.ts';
import { studyName } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { addSurvey, surveysOf } from '#project/surveys.ts';
import { addVariables, variablesOf } from '#project/variables.ts';
import { seeded } from '../fuzz/seeded.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const chunkRows = 8192;
const rows = 2 * chunkRows + 500;
const surveys = ['First', 'Second'];
const names = Array.from({ length: 12 }, (_, index) => `item${index}`);

/** Values that tell survey, variable and row apart. */
function columnOf(survey: number, variable: number, start: number, count: number): Column {
  if (variable % 10 === 9) {
    const dictionary = [`north ${survey}`, `south ${variable}`, `${start}`];
    return { kind: 'text', dictionary, codes: Uint32Array.from({ length: count }, (_, row) => row % 3) };
  }
  const value = (row: number): number =>
    (survey * 31 + variable * 7 + (start + row) * 13) % (variable % 2 ? 90 : 900);
  return {
    kind: 'numeric',
    values: Float64Array.from({ length: count }, (_, row) => value(row)),
    reasons: null,
  };
}

/** A variable and all its values in few words. */
function told(label: string, column: Column): string {
  const hash = createHash('sha256').update(label);
  const values = column.kind === 'text' ? column.codes : Float64Array.from(column.values);
  hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  if (column.kind === 'text') hash.update(JSON.stringify(column.dictionary));
  return hash.digest('hex');
}

let sound: Buffer;
/** Every column of the study before it was damaged, by survey and variable. */
const before = new Map<string, string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-test-'));
  const path = join(folder, 'Sound.lfstudy');
  await createStudy(path, 'A year of work', async (study) => {
    for (const [index, name] of surveys.entries()) {
      const origin = { fileName: 'a.sav', fileLabel: '', format: 'sav', encoding: 'utf-8', importedAt: '' };
      const survey = addSurvey(study, {
        ...origin,
        name,
        rowCount: rows,
        madeUp: false,
        declaredWeight: null,
      });
      const valueLabels = [
        { value: 1, label: 'Never' },
        { value: 2, label: `Often, in ${name}` },
      ];
      const rule = { codes: [], range: null };
      addVariables(
        study,
        survey,
        names.map((variable) => ({
          name: variable,
          label: `Question ${variable} of ${name}`,
          type: 'numeric',
          measure: 'nominal',
          valueLabels,
          missing: rule,
        })),
      );
      const write = columnWriter(study, survey);
      for (let start = 0; start < rows; start += chunkRows) {
        const rowCount = Math.min(chunkRows, rows - start);
        write({ rowCount, columns: names.map((_, variable) => columnOf(index, variable, start, rowCount)) });
      }
      setConcerns(study, survey, [
        { variable: 'item1', freedom: 'fear', dimensions: ['personal'], concernedWhen: [2] },
      ]);
    }
  });
  const study = openStudy(path);
  for (const survey of surveysOf(study)) {
    for (const variable of variablesOf(study, survey.id)) {
      const key = `${survey.name} ${variable.name}`;
      before.set(key, told(variable.label, readColumn(study, survey.id, variable.position)));
    }
  }
  study.close();
  sound = readFileSync(path);
  rmSync(folder, { recursive: true });
});

/** Writes `content`, rescues it, and holds every column that is there against what it was. */
async function rescued(content: Buffer): Promise<{ columns: number; lost: number } | 'beyond'> {
  const folder = temporaryFolder();
  const damaged = join(folder, 'Damaged.lfstudy');
  const to = join(folder, 'Rescued.lfstudy');
  writeFileSync(damaged, content);
  let result;
  try {
    result = await rescueStudy(damaged, to);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ code: 'study.beyondRescue' });
    return 'beyond';
  } finally {
    expect(readFileSync(damaged).equals(content)).toBe(true);
  }
  const study = openStudy(to);
  try {
    expect(study.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(study.database.pragma('foreign_key_check')).toEqual([]);
    let columns = 0;
    for (const [index, survey] of surveysOf(study).entries()) {
      const own = result.surveys[index];
      expect(own.name).toBe(survey.name);
      const there = variablesOf(study, survey.id);
      expect(there).toHaveLength(own.rescued);
      const original = surveys[survey.id - 1];
      for (const variable of there) {
        const now = told(variable.label, readColumn(study, survey.id, variable.position));
        expect(now).toBe(before.get(`${original} ${variable.name}`));
      }
      const named = [...there.map(({ name }) => name), ...own.lost];
      expect(new Set(named).size).toBe(named.length);
      columns += own.rescued;
    }
    const lost = result.surveys.reduce((sum, own) => sum + own.lost.length + own.unnamed, 0);
    return { columns, lost };
  } finally {
    study.close();
  }
}

test('a study without damage is rescued whole', async () => {
  expect(await rescued(sound)).toEqual({ columns: 24, lost: 0 });
});

test('a study whose first bytes are damaged is rescued whole', async () => {
  const content = Buffer.from(sound);
  content.fill(0xff, 0, 100);
  expect(await rescued(content)).toEqual({ columns: 24, lost: 0 });
});

test('one wrong byte in a column loses that column, by its name, and says so where it is read', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'One.lfstudy');
  writeFileSync(path, sound);
  const study = openStudy(path);
  study.database
    .prepare(
      'UPDATE chunk SET content = zeroblob(length(content)) WHERE survey = 2 AND variable = 4 AND ordinal = 1',
    )
    .run();
  expect(() => readColumn(study, 2, 4)).toThrow(expect.objectContaining({ code: 'study.damaged' }));
  expect(told('Question item5 of Second', readColumn(study, 2, 5))).toBe(before.get('Second item5'));
  study.close();
  const to = join(folder, 'Rescued.lfstudy');
  const { surveys: own, parts, unchecked } = await rescueStudy(path, to);
  expect(own).toEqual([
    { name: 'First', rescued: 12, lost: [], unnamed: 0, nameless: false },
    { name: 'Second', rescued: 11, lost: ['item4'], unnamed: 0, nameless: false },
  ]);
  expect({ parts, unchecked }).toEqual({ parts: [], unchecked: false });
  const made = openStudy(to);
  expect(studyName(made)).toBe('A year of work');
  expect(concernsOf(made, 2)).toHaveLength(1);
  made.close();
});

test('a label that is not as it was written is damage, not a label', async () => {
  const path = join(temporaryFolder(), 'Label.lfstudy');
  writeFileSync(path, sound);
  const study = openStudy(path);
  study.database.prepare("UPDATE variable SET label = 'Other' WHERE survey = 1 AND position = 2").run();
  study.close();
  const { surveys: own } = await rescueStudy(path, join(temporaryFolder(), 'Rescued.lfstudy'));
  expect(own[0]).toMatchObject({ rescued: 11 });
});

test('what is no study, or nothing but zeros, is beyond rescue', async () => {
  expect(await rescued(Buffer.alloc(sound.length))).toBe('beyond');
  expect(await rescued(Buffer.from('Dear all,\n'.repeat(5000)))).toBe('beyond');
  expect(await rescued(Buffer.alloc(0))).toBe('beyond');
});

/** More with `RESCUE_PLACES=50`. */
const places = Number(process.env.RESCUE_PLACES ?? 20);

type Damage = (content: Buffer, random: (below: number) => number) => Buffer;

const kinds: Readonly<Record<string, Damage>> = {
  'flipped bytes': (content, random) => {
    for (let count = 1 + random(8); count > 0; count--) content[random(content.length)] ^= 1 + random(255);
    return content;
  },
  'an emptied page': (content, random) => {
    const page = random(content.length / 4096);
    return content.fill(0, page * 4096, (page + 1) * 4096);
  },
  'a page written over by another': (content, random) => {
    const [from, to] = [random(content.length / 4096), random(content.length / 4096)];
    content.copy(content, to * 4096, from * 4096, (from + 1) * 4096);
    return content;
  },
  'an end cut off': (content, random) => content.subarray(0, random(content.length)),
};

describe.each(Object.entries(kinds))('%s', (_kind, damage) => {
  test('at any place leave columns as they were, or none', { timeout: 120_000 }, async () => {
    const random = seeded(7);
    const results = [];
    for (let time = 0; time < places; time++) results.push(await rescued(damage(Buffer.from(sound), random)));
    expect(results.some((one) => one !== 'beyond')).toBe(true);
  });
});

test('a rescue that is cancelled stops at the next column and leaves nothing', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'study.lfstudy');
  copyFileSync(join(import.meta.dirname, '../projects/version-6.lfstudy'), path);
  let columns = 0;
  const cancelled = rescueStudy(path, join(folder, 'rescued.lfstudy'), () => {
    if (++columns === 3) throw new Error('cancelled');
  });
  await expect(cancelled).rejects.toThrow('cancelled');
  expect(readdirSync(folder)).toEqual(['study.lfstudy']);
});

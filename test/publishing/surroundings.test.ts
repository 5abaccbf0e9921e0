import { beforeAll, describe, expect, it } from 'vitest';
import { localeOf } from '#contract/localeOf.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { surroundings, type Surroundings } from '#presentation/analysis/surroundings.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { createTranslator } from '#presentation/text/translator.ts';
import { catalogues } from '#words/catalogues.ts';
import { answeredRooms, definitions } from './figure/everyRoom.ts';

let rooms: ReadonlyMap<string, AnsweredAnalysis>;
beforeAll(async () => {
  rooms = await answeredRooms();
}, 60_000);

const partOf = new Map(definitions.map(([name, , part]) => [name, part]));

function around(
  room: string,
  language: 'en' | 'fr' | 'bn' = 'en',
  medium: 'figure' | 'table' = 'figure',
): Surroundings {
  const locale = localeOf({ language, digits: 'western' });
  const t = createTranslator(locale, catalogues[language] ?? catalogues.en);
  return surroundings(rooms.get(room)!, partOf.get(room)!, t, createFormats(locale), null, medium);
}

describe('what stands around a figure', () => {
  it('says once that its data are made up', () => {
    expect(around('matrix').source).toBe('Source: Bangladesh, made-up data for teaching.');
    expect(around('matrix', 'fr').source).toBe(
      'Source\u00a0: Bangladesh, made-up data for teaching, données fictives pour l’enseignement.',
    );
  });

  it('calls a mean a mean', () => {
    expect(around('means').subtitle).toBe('Mean (n = 2,000).');
    expect(around('stacked bars').subtitle).toMatch(/^Percentage of each column/);
  });

  it('says nothing of letters that a picture has not, nor of neighbours where there is one concern', () => {
    expect(around('concern by group').note).not.toMatch(/letter|neighbours/);
    expect(around('concern by group', 'en', 'table').note).toMatch(/A letter: significantly higher/);
    expect(around('ranking').note).toMatch(/each pair of neighbours/);
  });

  it('names a pair without the heading of its questions twice', () => {
    expect(around('pair').title).toBe('Problem where you live: theft and robbery and poverty');
    expect(around('pair').note).toContain('the concern “Theft and robbery”');
  });

  it.each(definitions)('has the signs of each language: %s', (room) => {
    const french = around(room, 'fr');
    const all = [french.title, french.subtitle, french.note, french.source].join('\n');
    // Labels of the survey are English: their colons stand as they are.
    const own = all.replaceAll('Problem where you live:', '');
    expect(own.match(/.?.?[^\u202f];|.?.?[^\u00a0]:|.?.?[^\u202f\u00a0]%/gu) ?? []).toEqual([]);
    const bangla = around(room, 'bn');
    expect(bangla.note).toMatch(/।$/);
    expect(bangla.source).toMatch(/।$/);
  });
});

import { describe, expect, it } from 'vitest';
import { createTranslator } from '#presentation/text/translator.ts';
import { catalogues } from '#words/catalogues.ts';
import { languages, type Language } from '#words/languages.ts';
import { menus } from '#words/menus.ts';
import { pages } from '#words/pages.ts';
import { messagesOf } from './messagesOf.ts';

const wordsIn = (language: Language): ReadonlyMap<string, string> =>
  new Map(messagesOf({ ...catalogues[language], menu: menus[language], page: pages[language] }));
const english = wordsIn('en');
const others = languages.filter((language) => language !== 'en');
const namesIn = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
const formsOf = (message: string): readonly string[] => message.split(' | ');

/** Names that are the same everywhere. */
const names = new Set(['Larger Freedom', 'SPSS', 'Stata', 'Word']);
/** Signs, names with something about them, and words that are spelled alike. */
const alike: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: [
    'glossary.terms.lift.name',
    'glossary.terms.phi.name',
    'phrase.documents',
    'phrase.namedVariable',
    'about.version',
    'analyses.keys.earlier',
    'analyses.keys.later',
    'analyses.measures.lift',
    'commands.group.actions',
    'commands.group.variables',
    'concerns.dimensions',
    'derive.expression',
    'derive.sources',
    'derive.whenOf',
    'edit.value',
    'export.format',
    'export.lostInSome',
    'formatVersions.dta',
    'formats.dta',
    'formats.parquet',
    'formats.por',
    'formats.sav',
    'matrix.measures.lift',
    'moreDesign.total',
    'moreDesign.types.bootstrap',
    'naive.naive',
    'naive.short',
    'pair.association',
    'pair.lift',
    'preview.format',
    'preview.variables',
    'priorities.deff',
    'priorities.dimension',
    'publication.sheetNotes',
    'publication.tableDialog.format',
    'publication.tableDialog.formats.csv',
    'publication.tableDialog.formats.xlsx',
    'publication.tableDialog.source',
    'reading.decimals.point',
    'sets.memberColumn',
    'start.sample.bangladesh',
    'suggestions.count',
    'survey.variables',
    'tables.short.deff',
    'tables.total',
    'variables.code',
    'variables.list',
    'variables.type.date',
  ],
  bn: [
    'analyses.keys.earlier',
    'analyses.keys.later',
    'analyses.keys.remove',
    'formats.dta',
    'formats.parquet',
    'formats.sav',
    'publication.tableDialog.formats.csv',
    'publication.tableDialog.formats.xlsx',
    'tables.short.deff',
  ],
};

describe.each(others)('the messages in %s', (language) => {
  const messages = wordsIn(language);

  it('are those of English, none more and none less', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the placeholders of English', () => {
    const wrong = [...messages].filter(
      ([path, message]) => String(namesIn(message)) !== String(namesIn(english.get(path) ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('have a form for one and a form for many where English has', () => {
    const wrong = [...messages].filter(
      ([path, message]) => formsOf(message).length !== formsOf(english.get(path) ?? '').length,
    );
    expect(wrong).toEqual([]);
  });

  it('are not English left over', () => {
    const known = alike[language] ?? [];
    const same = [...messages]
      .filter(
        ([path, message]) =>
          message === english.get(path) && !names.has(message) && /\p{L}{3}/u.test(withoutNames(message)),
      )
      .map(([path]) => path);
    expect(same.filter((path) => !known.includes(path))).toEqual([]);
    expect(known.filter((path) => !same.includes(path))).toEqual([]);
  });

  it('have no space at an end that English has not', () => {
    const wrong = [...messages].filter(
      ([path, message]) =>
        /\s$/u.test(message) !== /\s$/u.test(english.get(path) ?? '') || /^\s|  /u.test(message),
    );
    expect(wrong).toEqual([]);
  });
});

it.each(languages)('fills in every message in %s', (language) => {
  const catalogue = catalogues[language];
  const translate = createTranslator(language, catalogue);
  const wrong = messagesOf(catalogue).flatMap(([path, message]) => {
    const params = Object.fromEntries(namesIn(message).map((name) => [name, 'x']));
    return formsOf(message)
      .map((_, form) => translate(path, params, form))
      .filter((said) => /[{}|]/.test(said) || (said === '' && message !== ''));
  });
  expect(wrong).toEqual([]);
});

function withoutNames(message: string): string {
  return message.replace(/\{\w+\}/g, '');
}

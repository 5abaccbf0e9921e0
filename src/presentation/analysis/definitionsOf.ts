import type { Freedom } from '#contract/concern.ts';
import type { Value } from '#contract/source.ts';
import type { BesideName, DocumentTable, TableDocument } from '../tableDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import type { AnsweredAnalysis } from './answered.ts';

type Definition = TableDocument['definitions'][number];

interface Concern {
  readonly variable: string;
  readonly label: string;
  readonly concernedWhen: readonly Value[];
}

/** What the measures and columns of a table mean, and when a concern counts. */
export function definitionsOf(
  answered: AnsweredAnalysis,
  tables: readonly DocumentTable[],
  t: Translate,
  formats: Formats,
): readonly Definition[] {
  return [
    ...(answered.room === 'matrix'
      ? [
          {
            term: t(`matrix.measures.${answered.definition.measure}`),
            text: t(`matrix.explain.${answered.definition.measure}`),
          },
        ]
      : []),
    ...columnsOf(tables, t),
    ...concernsOf(answered).map(([concern, freedom]) => ({
      term: t('publication.define.concernTerm', {
        concern: shortLabel(concern.variable, concern.label),
        variable: concern.variable,
      }),
      text: t(`publication.define.${freedom}`, { answers: formats.list(answersOf(concern, answered)) }),
    })),
  ];
}

/** In the words of the survey, with the code: 3 (a lot). */
function answersOf({ variable, concernedWhen }: Concern, { survey }: AnsweredAnalysis): readonly string[] {
  const labels = survey.answers.get(variable) ?? [];
  return concernedWhen.map((code) => {
    const label = labels.find(({ value }) => value === code)?.label.trim() ?? '';
    return label === '' || label === String(code) ? String(code) : `${code} (${label})`;
  });
}

function columnsOf(tables: readonly DocumentTable[], t: Translate): readonly Definition[] {
  const cells = tables.flatMap(({ sections }) =>
    sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  );
  const has = (name: BesideName): boolean =>
    cells.some(({ beside }) => beside.some((one) => one.name === name));
  return [
    ...(cells.some(({ interval }) => interval !== null) ? (['interval'] as const) : []),
    'n' as const,
    ...(['weightedN', 'se', 'deff'] as const).filter(has),
  ].map((name) => ({ term: t(`publication.define.${name}Term`), text: t(`publication.define.${name}`) }));
}

function concernsOf(answered: AnsweredAnalysis): readonly (readonly [Concern, Freedom])[] {
  if (answered.room === 'tables') return [];
  const { result } = answered;
  if ('concerns' in result)
    return result.concerns.flatMap((concern) =>
      concern.freedom ? [[concern, concern.freedom] as const] : [],
    );
  return [
    ...result.fear.map((concern) => [concern, 'fear'] as const),
    ...result.want.map((concern) => [concern, 'want'] as const),
  ];
}

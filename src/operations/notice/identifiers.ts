import type { Noticed } from '#contract/notice.ts';
import type { Column } from '#engine/survey/column.ts';
import type { Value } from '#engine/survey/variable.ts';
import { mostNamed, mostRows, type Look } from './look.ts';
import { wholeWords } from './words/wholeWords.ts';
import { wordsOfLabel, wordsOfName } from './words/plainWords.ts';

type DuplicateId = Noticed['duplicateIds'][number];

const byName =
  /(^| )(id|ids|uuid|guid|key|caseid|idnum|identifiant|identifier|respno|respid|hhid|instanceid|submission id|serial|serie|questionnaire|cuestionario|questionario)( |$)|^(nro|num|no|numero) (de )?(cuestionario|questionario|questionnaire|menage|hogar|foyer)/;
const byLabel = wholeWords(
  '(.*\\b)?(identifiers?|identification (number|code)|(unique|case|hh|household|respondent|interview|person|record) id|uuid|respondents? (number|id|code)|household (number|id|code)|questionnaire (number|id|no)|interview (number|id)|serial number|record (number|id))( .*)?',
  '(.*\\b)?(identifiant|numero (du |de )?(menage|questionnaire|enquete|fiche)|code (du )?menage)( .*)?',
  '(.*\\b)?(identificador|numero (de |del |do )?(cuestionario|questionario|hogar|entrevista|inquerito|entrevistado)|folio)( .*)?',
  '.*(معرف|رقم الاستمارة|رقم الاستبيان|رقم الأسرة|رقم المستجيب).*',
  '.*(শনাক্তকরণ|আইডি|প্রশ্নপত্র নম্বর|খানা নম্বর|খানার নম্বর|পরিচিতি নম্বর).*',
);
const uuid = /^(uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An identifier tells rows apart: nearly as many values as rows, and more than any list of codes has. */
const shareApart = 0.9;
const fewestValues = 20;

/**
 * Whether a variable tells rows apart by its values, and is called so (or holds UUIDs), and which of its
 * values stand in several rows. `null` where it is no identifier.
 */
export function identifierOf({ variable, column, counts }: Look): DuplicateId | null {
  const { name, label, type, valueLabels } = variable;
  if ((type !== 'numeric' && type !== 'text') || valueLabels.length > 3) return null;
  if (counts !== null && counts.size < fewestValues) return null;
  const isCalledSo = byName.test(wordsOfName(name).join(' ')) || byLabel.test(wordsOfLabel(variable));
  if (!isCalledSo && !holdsUuids(column)) return null;
  const seen = firstRows(column);
  if (seen === null) return null;
  const { distinct, present, again } = seen;
  if (distinct < fewestValues || distinct < shareApart * present) return null;
  const values = [...again].map(([value, one]) => ({ value, ...one }));
  return { variable: name, label, count: values.length, values: values.slice(0, mostNamed) };
}

function holdsUuids(column: Column): boolean {
  if (column.kind !== 'text') return false;
  const some = column.dictionary.slice(0, 50).filter((text) => text !== '');
  return some.length > 0 && some.every((text) => uuid.test(text));
}

interface Seen {
  readonly present: number;
  readonly distinct: number;
  readonly again: Map<Value, { n: number; rows: number[] }>;
}

/** One walk over the rows; `null` as soon as there are fractions, which no identifier has. */
function firstRows(column: Column): Seen | null {
  const numbers = column.kind === 'numeric';
  const values = numbers ? column.values : column.codes;
  const first = new Map<number, number>();
  const again = new Map<number, { n: number; rows: number[] }>();
  let present = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (numbers) {
      if (column.reasons !== null && column.reasons[row] !== 0) continue;
      if (!Number.isInteger(value)) return null;
    } else if (column.dictionary[value] === '') continue;
    present++;
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, row);
      continue;
    }
    const one = again.get(value) ?? { n: 1, rows: [before + 1] };
    if (one.n === 1) again.set(value, one);
    one.n++;
    if (one.rows.length < mostRows) one.rows.push(row + 1);
  }
  const named = new Map([...again].map(([value, one]) => [numbers ? value : column.dictionary[value], one]));
  return { present, distinct: first.size, again: named };
}

import type { ColumnMatch } from './matchColumn.ts';
import type { XlsForm } from './xlsForm.ts';

/**
 * Decides which of the questions that a column could be it is: exports keep the order of the form, so that what
 * stands before and behind leaves mostly one of several questions with the same label. Where it does not, as many
 * columns as questions are taken in their order. A column that could still be several is none.
 */
export function questionsInOrder(
  candidates: readonly (readonly ColumnMatch[])[],
  { questions }: XlsForm,
): (ColumnMatch | null)[] {
  const places = new Map(questions.map((question, place) => [question, place]));
  const placeOf = ({ question }: ColumnMatch): number => places.get(question)!;
  const decided: (ColumnMatch | null)[] = candidates.map(() => null);
  const taken = new Set<string>();
  const take = (column: number, match: ColumnMatch): void => {
    decided[column] = match;
    taken.add(keyOf(match));
  };
  const certain = Map.groupBy(
    candidates.flatMap((all, column) => (all.length === 1 ? [{ match: all[0], column }] : [])),
    ({ match }) => keyOf(match),
  );
  for (const group of certain.values()) if (group.length === 1) take(group[0].column, group[0].match);

  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    const { after, until } = windows(decided, placeOf, questions.length);
    candidates.forEach((all, column) => {
      if (all.length < 2 || decided[column] !== null) return;
      const fitting = all.filter(
        (match) =>
          !taken.has(keyOf(match)) && placeOf(match) >= after[column] && placeOf(match) <= until[column],
      );
      if (fitting.length === 1) take(column, fitting[0]);
    });
  }

  const open = Map.groupBy(
    candidates.flatMap((all, column) => {
      const free = all.filter((match) => !taken.has(keyOf(match)));
      return all.length > 1 && decided[column] === null && free.length > 0 ? [{ free, column }] : [];
    }),
    ({ free }) => free.map(keyOf).join('\0'),
  );
  for (const group of open.values()) {
    const { free } = group[0];
    const asked = free.filter(({ question }) => question.kind !== 'note');
    const fitting = [free, asked].find(({ length }) => length === group.length);
    if (fitting !== undefined) group.forEach(({ column }, place) => take(column, fitting[place]));
  }
  return decided;
}

/** The places in the form between which each column lies, by what is decided around it. */
function windows(
  decided: readonly (ColumnMatch | null)[],
  placeOf: (match: ColumnMatch) => number,
  end: number,
): { readonly after: readonly number[]; readonly until: readonly number[] } {
  const after: number[] = [];
  let last = 0;
  for (const match of decided) {
    if (match !== null) last = placeOf(match);
    after.push(last);
  }
  const until: number[] = Array.from({ length: decided.length }, () => end);
  let next = end;
  for (let column = decided.length - 1; column >= 0; column--) {
    const match = decided[column];
    if (match !== null) next = placeOf(match);
    until[column] = next;
  }
  return { after, until };
}

function keyOf(match: ColumnMatch): string {
  return `${match.question.name}\0${match.is === 'choice' ? match.choice.name : ''}`;
}

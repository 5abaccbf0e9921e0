import { otherNames, type OtherWords } from './otherSurvey.ts';
import { UsageError } from './usageError.ts';

interface Words extends OtherWords {
  readonly suppress?: string;
  readonly 'minimum-count'?: string;
  readonly by?: string;
  readonly letters?: string;
  readonly test?: string;
  readonly ci?: string;
  readonly set?: string;
  readonly rows?: string;
  readonly cols?: string;
  readonly base?: string;
  readonly net?: readonly string[];
  readonly suggest?: boolean;
}

/** How the file is read, which of its codes are answers, and how it is told. */
const goWithSuggest: readonly string[] = [
  ...['suggest', 'json', 'survey', 'missing'],
  ...['sheet', 'encoding', 'delimiter', 'decimal', 'form', 'language'],
];

/** Options that would be heard and change nothing: each is refused with where it belongs. @throws UsageError */
export function refuseTogether(command: string, words: Words, hasOther: boolean): void {
  const refuse = (why: string): never => {
    throw new UsageError(`${command}: ${why}`);
  };
  if (words['minimum-count'] !== undefined && words.suppress !== 'confidentiality')
    refuse('--minimum-count belongs to --suppress confidentiality');

  const isSet = command === 'crosstab' && words.set !== undefined;
  const mayHaveGroups = ['concerns', 'freedoms', 'means'].includes(command) || isSet;
  if (words.letters !== undefined && mayHaveGroups && words.by === undefined)
    refuse('--letters compares groups: name their variable with --by');
  if (words.letters !== undefined && hasOther) refuse('--letters compares groups (--by V), not two surveys');

  if (words.test !== undefined) {
    if (command === 'means' || isSet) refuse('--test is of tables and shares by group; here there is none');
    if (hasOther) refuse('--test is of tables and shares by group, not of two surveys');
    if (command === 'concerns' && words.by === undefined)
      refuse('--test is of shares by group: name their variable with --by');
  }
  if (command === 'means' && words.ci !== undefined && words.ci !== 'wald')
    refuse('--ci is of shares; the interval of a mean is the estimate ± t standard errors (wald)');

  if (words.suggest) {
    const estimated = Object.keys(words).find((name) => !goWithSuggest.includes(name));
    if (estimated !== undefined)
      refuse(`--suggest reads labels only, and --${estimated} changes nothing of what they say`);
  }

  if (command === 'crosstab') refuseOfSet(words, refuse);
  if (command === 'compare' && hasOther === (words.by !== undefined))
    refuse('either groups (--by V) or a second survey (compare FILE OTHER)');

  const other = otherNames.find((name) => words[name] !== undefined);
  if (other !== undefined && !hasOther)
    refuse(`--${other} is of a second survey, and there is none (compare FILE OTHER)`);
}

/** A table has rows and columns, or the answers of a set and groups. */
function refuseOfSet(words: Words, refuse: (why: string) => never): void {
  const given = (names: readonly ('rows' | 'cols' | 'by' | 'base')[]): string | undefined =>
    names.find((name) => words[name] !== undefined);
  if (words.set === undefined) {
    if (words.rows === undefined) refuse('--rows names the variable of the rows');
    if (words.cols === undefined) refuse('--cols names the variable of the columns');
    const ofSet = given(['by', 'base']);
    if (ofSet !== undefined) refuse(`--${ofSet} goes with --set`);
  } else {
    const ofTable = given(['rows', 'cols']);
    if (ofTable !== undefined) refuse(`--set goes with --by, not with --${ofTable}`);
    if (words.net?.some((net) => /^(rows|cols):/.test(net)))
      refuse("a net of a set has no axis: --net 'Any=water,food'");
  }
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/** Of an option that may be given once, only the last would count; and none says nothing. @throws UsageError */
export function refuseTwice(
  command: string,
  tokens: readonly Token[],
  options: Readonly<Record<string, { readonly type: string; readonly multiple?: boolean }>>,
): void {
  const seen = new Set<string>();
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option' || name === undefined) continue;
    if (value?.trim() === '') throw new UsageError(`${command}: --${name} is empty`);
    if (options[name].multiple) continue;
    if (seen.has(name)) throw new UsageError(`${command}: --${name} is said twice`);
    seen.add(name);
  }
}

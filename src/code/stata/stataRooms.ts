import type { Value } from '#contract/source.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { variableIn, type CodeSurvey } from '../codeSurvey.ts';
import { tableColumns } from '../tableColumns.ts';
import { onOneLine } from '../r/rText.ts';
import { matrixProgram, rankingProgram, tableProgram } from './stataRoomPrograms.ts';
import { isAmong, stataComment } from './stataText.ts';

type Answered<Room extends AnsweredAnalysis['room']> = Extract<AnsweredAnalysis, { room: Room }>;

interface Rule {
  readonly variable: string;
  readonly concernedWhen: readonly Value[];
}

interface Group {
  readonly value: Value;
  readonly label: string;
}

const quiet = (name: string, is: string): string => `quietly generate byte ${name} = ${is}`;

/** `lf_fear1`, `lf_fear2`, …: 1 concerned, 0 not, missing without a valid answer. */
function concerns(prefix: string, rules: readonly Rule[], survey: CodeSurvey): string[] {
  return rules.flatMap(({ variable, concernedWhen }, index) => {
    const { stata, label } = variableIn(survey, variable);
    return [
      stataComment(`${prefix} ${index + 1}: ${stata} ${label}`),
      `${quiet(`lf_${prefix}${index + 1}`, isAmong(stata, concernedWhen))} if !missing(${stata})`,
    ];
  });
}

/** `lf_GROUPS1`, … and `lf_GROUPS`, their number: 0 for none. */
function groups(prefix: string, variable: string, all: readonly Group[], survey: CodeSurvey): string[] {
  const { stata } = variableIn(survey, variable);
  return [
    ...all.map(({ value, label }, index) =>
      stataComment(`${prefix} ${index + 1}: ${stata} is ${String(value)}, ${label}`),
    ),
    quiet(`lf_${prefix}`, '0'),
    ...all.flatMap(({ value }, index) => [
      quiet(`lf_${prefix}${index + 1}`, `lf_domain == 1 & ${isAmong(stata, [value])}`),
      `quietly replace lf_${prefix} = ${index + 1} if lf_${prefix}${index + 1} == 1`,
    ]),
  ];
}

export function stataMatrix({ result, pair }: Answered<'matrix'>, survey: CodeSurvey): string[] {
  const { fear, want, by, facets } = result;
  const facetGroups = (facets ?? []).map(({ value }) => ({
    value,
    label: by?.categories.find((one) => one.value === value)?.label ?? String(value),
  }));
  const run = (rows: string, table: string): string =>
    `lf_matrix ${rows} ${table} ${fear.length} ${want.length}`;
  const fearPlace = fear.findIndex(({ variable }) => variable === pair?.fear.variable) + 1;
  const wantPlace = want.findIndex(({ variable }) => variable === pair?.want.variable) + 1;
  return [
    matrixProgram,
    ['* ---- The concerns ----', ...concerns('fear', fear, survey), ...concerns('want', want, survey)].join(
      '\n',
    ),
    [
      '* ---- The matrix ----',
      '* (The test of all pairs together has no command in Stata: the script for R computes it.)',
      run('lf_domain', 'all'),
      ...(by && facetGroups.length > 0
        ? [
            ...groups('facet', by.variable, facetGroups, survey),
            ...facetGroups.map((_, index) => run(`lf_facet${index + 1}`, `facet${index + 1}`)),
          ]
        : []),
    ].join('\n'),
    ...(pair ? [pairText(pair, fearPlace, wantPlace, survey)] : []),
  ];
}

function pairText(
  pair: NonNullable<Answered<'matrix'>['pair']>,
  fear: number,
  want: number,
  survey: CodeSurvey,
): string {
  const one = (rows: string, table: string): string =>
    `lf_pair lf_fear${fear} lf_want${want} ${rows} ${table}`;
  const { by } = pair;
  const lines = ['* ---- The pair that is looked at ----', one('lf_domain', 'pair')];
  if (by) {
    lines.push(...groups('group', by.variable, by.categories, survey));
    by.categories.forEach((_, index) => lines.push(one(`lf_group${index + 1}`, `group${index + 1}`)));
    lines.push(
      '* Want given fear, compared between the groups.',
      quiet('lf_fearful', `lf_domain == 1 & lf_fear${fear} == 1 & !missing(lf_want${want}) & lf_group > 0`),
      ...by.categories.flatMap((_, index) => [
        quiet(`lf_below${index + 1}`, `lf_fearful == 1 & lf_group == ${index + 1}`),
        quiet(`lf_above${index + 1}`, `lf_below${index + 1} == 1 & lf_want${want} == 1`),
      ]),
      `lf_compare groups "" "want given fear" holm lf_fearful ${by.categories.length}`,
      `lf_independence lf_group lf_want${want} lf_fearful`,
      'lf_post groups "" "" "test that want given fear is alike"',
    );
  }
  return lines.join('\n');
}

export function stataFreedoms({ result }: Answered<'freedoms'>, survey: CodeSurvey): string[] {
  const { fear, want, by, atLeast, answered } = result;
  const names = (prefix: string, count: number): string =>
    Array.from({ length: count }, (_, index) => `lf_${prefix}${index + 1}`).join(' ');
  const side = (prefix: 'fear' | 'want', count: number): string[] => [
    `quietly egen lf_${prefix}_number = rowtotal(${names(prefix, count)})`,
    `quietly egen lf_${prefix}_valid = rownonmiss(${names(prefix, count)})`,
    `quietly replace lf_counts = 0 if lf_${prefix}_valid < ${answered === 'all' ? count : count / 2}`,
  ];
  const numbers = (prefix: 'fear' | 'want', count: number): string[] => [
    `forvalues k = 0/${count} {`,
    `    quietly generate byte lf_part = lf_${prefix}_number == \`k'`,
    '    lf_share lf_part lf_counts',
    `    lf_post all "\`k'" "" "${prefix} concerns"`,
    `    quietly replace lf_part = lf_${prefix}_number >= \`k'`,
    '    lf_share lf_part lf_counts',
    `    if \`k' > 0 lf_post all "\`k'" "" "at least so many ${prefix} concerns"`,
    '    drop lf_part',
    '}',
  ];
  return [
    ['* ---- The concerns ----', ...concerns('fear', fear, survey), ...concerns('want', want, survey)].join(
      '\n',
    ),
    [
      '* ---- Numbers of concerns ----',
      '* Who counts has valid answers enough on both sides; what is missing counts as no concern.',
      'quietly generate byte lf_counts = lf_domain',
      ...side('fear', fear.length),
      ...side('want', want.length),
      ...numbers('fear', fear.length),
      ...numbers('want', want.length),
      `forvalues f = 0/${fear.length} {`,
      `    forvalues w = 0/${want.length} {`,
      "        quietly generate byte lf_part = lf_fear_number == `f' & lf_want_number == `w'",
      '        lf_share lf_part lf_counts',
      '        lf_post all "`f\'" "`w\'" "fear by want concerns"',
      '        drop lf_part',
      '    }',
      '}',
    ].join('\n'),
    [
      '* ---- The split: 1 neither, 2 fear only, 3 want only, 4 both ----',
      `quietly generate byte lf_split = 1 + (lf_fear_number >= ${atLeast.fear}) + 2 * (lf_want_number >= ${atLeast.want})`,
      'forvalues k = 1/4 {',
      "    quietly generate byte lf_split`k' = lf_split == `k'",
      "    lf_share lf_split`k' lf_counts",
      '    lf_post all "`k\'" "" "split"',
      '}',
      ...(by ? splitByGroup(by.variable, by.categories, survey) : []),
    ].join('\n'),
  ];
}

function splitByGroup(variable: string, all: readonly Group[], survey: CodeSurvey): string[] {
  return [
    ...groups('group', variable, all, survey),
    quiet('lf_grouped', 'lf_counts == 1 & lf_group > 0'),
    'forvalues k = 1/4 {',
    `    forvalues g = 1/${all.length} {`,
    "        capture drop lf_below`g' lf_above`g'",
    "        quietly generate byte lf_below`g' = lf_counts == 1 & lf_group`g' == 1",
    "        quietly generate byte lf_above`g' = lf_below`g' == 1 & lf_split`k' == 1",
    "        lf_share lf_above`g' lf_below`g'",
    '        lf_post groups "`g\'" "`k\'" "split"',
    '    }',
    `    lf_compare groups "\`k'" "split" holm lf_grouped ${all.length}`,
    '}',
    'lf_independence lf_split lf_group lf_grouped',
    'lf_post groups "" "" "test that all groups are split alike"',
  ];
}

export function stataPriorities({ result, concern }: Answered<'priorities'>, survey: CodeSurvey): string[] {
  const severities = result.concerns.flatMap(({ variable, severity }, index) =>
    severity && 'code' in severity
      ? [
          `quietly generate byte lf_most = ${isAmong(variableIn(survey, variable).stata, [severity.code])}`,
          `quietly generate byte lf_whole = lf_domain == 1 & lf_concern${index + 1} == 1`,
          'lf_share lf_most lf_whole',
          `lf_post severity "concern ${index + 1}" "" "most severe answer"`,
          'drop lf_most lf_whole',
        ]
      : [],
  );
  const count = result.concerns.length;
  return [
    rankingProgram,
    [
      '* ---- The concerns, in the order of the study ----',
      ...concerns('concern', result.concerns, survey),
    ].join('\n'),
    [
      '* ---- The ranking ----',
      `forvalues k = 1/${count} {`,
      "    quietly generate byte lf_valid`k' = lf_domain == 1 & !missing(lf_concern`k')",
      "    lf_share lf_concern`k' lf_valid`k'",
      '    lf_post ranking "concern `k\'" "" "share"',
      '}',
      '* Each less the next.',
      `forvalues k = 1/${count - 1} {`,
      "    local next = `k' + 1",
      "    lf_neighbours `k' `next'",
      '}',
      ...severities,
      ...(result.by
        ? [
            ...groups('group', result.by.variable, result.by.categories, survey),
            `forvalues k = 1/${count} {`,
            `    lf_by_group lf_concern\`k' "concern \`k'" ${result.by.categories.length} lf_group`,
            '}',
          ]
        : []),
      ...(concern?.by
        ? [
            '* ---- The concern that is looked at ----',
            ...concerns('one', concern.concerns, survey),
            ...groups('other', concern.by.variable, concern.by.categories, survey),
            `lf_by_group lf_one1 "the concern" ${concern.by.categories.length} lf_other`,
          ]
        : []),
    ].join('\n'),
  ];
}

export function stataTables({ result, definition }: Answered<'tables'>, survey: CodeSurvey): string[] {
  // Several answers taken together after single ones, which are compared with each other.
  const columns = tableColumns(result, definition.nets, survey).map((group) => [
    ...group.filter(({ net }) => !net),
    ...group.filter(({ net }) => net),
  ]);
  const how = { holm: 'holm', bh: 'bh', none: 'none', off: '' }[definition.letters];
  const called = (name: string): string => variableIn(survey, name).stata;
  const lines = ['* ---- The columns ----'];
  columns.forEach((group, g) => {
    lines.push(quiet(`lf_banner${g}`, '0'));
    let own = 0;
    group.forEach(({ labels, among, net }, k) => {
      const tests = among.map(({ variable, values }) => isAmong(called(variable), values));
      lines.push(stataComment(`column ${g}.${k + 1}: ${labels.length === 0 ? 'all' : labels.join(', ')}`));
      lines.push(quiet(`lf_column${g}_${k + 1}`, ['lf_domain == 1', ...tests].join(' & ')));
      if (!net) lines.push(`quietly replace lf_banner${g} = ${++own} if lf_column${g}_${k + 1} == 1`);
    });
  });
  const parts = [tableProgram, lines.join('\n')];
  result.items.forEach((item, index) => {
    const { kind, name, label, problem } = item;
    const place = `item ${index + 1}`;
    const text = [stataComment(`${place}: ${label === '' ? name : label}`)];
    if (problem !== null) {
      parts.push(
        [...text, `* The study has no figures for it either (${onOneLine(problem.code)}).`].join('\n'),
      );
      return;
    }
    const nets = definition.nets.filter((net) =>
      kind === 'set'
        ? net.kind === 'set' && net.variable.replace('$', '') === name.replace('$', '')
        : net.kind !== 'set' && net.variable === name,
    );
    const conditions = lineConditions(item, nets, survey);
    const valid =
      kind === 'set'
        ? survey.sets
            .find((set) => set.name.replace('$', '') === name.replace('$', ''))!
            .variables.map((one) => `!missing(${called(one)})`)
            .join(' | ')
        : `!missing(${called(name)})`;
    text.push('capture drop lf_valid lf_row*', quiet('lf_valid', `lf_domain == 1 & (${valid})`));
    conditions.forEach(({ label, is }, line) => {
      text.push(
        stataComment(`line ${line + 1}: ${label}`),
        quiet(`lf_row${line + 1}`, `lf_valid == 1 & (${is})`),
      );
    });
    columns.forEach((group, g) => {
      const own = group.filter(({ net }) => !net).length;
      const letters = g > 0 && how !== '' ? how : 'off';
      text.push(
        kind === 'mean'
          ? `lf_means ${called(name)} "${place}" ${g} ${group.length} ${own} ${letters}`
          : `lf_lines "${place}" ${g} ${group.length} ${own} ${conditions.length} ${kind} ${kind === 'set' ? 'ofColumn' : definition.share} ${letters}`,
      );
      if (kind === 'variable' && g > 0)
        text.push(
          `quietly generate byte lf_table = lf_valid == 1 & lf_banner${g} > 0`,
          `lf_independence ${called(name)} lf_banner${g} lf_table`,
          `lf_post "${place}" "" "group ${g}" "test of independence"`,
          'drop lf_table',
        );
    });
    parts.push(text.join('\n'));
  });
  return parts;
}

function lineConditions(
  item: Answered<'tables'>['result']['items'][number],
  nets: Answered<'tables'>['definition']['nets'],
  survey: CodeSurvey,
): { readonly label: string; readonly is: string }[] {
  const called = (name: string): string => variableIn(survey, name).stata;
  const { kind, name, lines } = item;
  if (kind === 'mean') return [];
  if (kind === 'variable')
    return [
      ...lines.flatMap(({ kind, label, value }) =>
        kind === 'category' && value !== null ? [{ label, is: isAmong(called(name), [value]) }] : [],
      ),
      ...nets.map(({ label, values }) => ({ label, is: isAmong(called(name), values) })),
    ];
  const set = survey.sets.find((one) => one.name.replace('$', '') === name.replace('$', ''))!;
  const chosen = (values: readonly Value[]): string =>
    (set.counted === null
      ? set.variables.map((one) => isAmong(called(one), values))
      : values.map((one) => {
          const text = variableIn(survey, String(one)).type === 'text';
          return isAmong(called(String(one)), [text ? String(set.counted) : Number(set.counted)]);
        })
    ).join(' | ');
  return [
    ...lines.flatMap(({ kind, label, value }) =>
      kind === 'answer' && value !== null ? [{ label, is: chosen([value]) }] : [],
    ),
    ...nets.map(({ label, values }) => ({ label, is: chosen(values) })),
  ];
}

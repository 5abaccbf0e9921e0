import type { ReplicateRoles } from '#contract/design.ts';
import { variableIn, type CodeMargin, type CodeSurvey, type CodeVariable } from '../codeSurvey.ts';
import { stataExpression } from './stataExpression.ts';
import { isAmong, stataComment, stataNumber, stataString, stataValue } from './stataText.ts';

/** Reads the exported file and sets missing values as the study does. */
export function stataData(survey: CodeSurvey): string {
  const { data, format, variables } = survey;
  const file = stataString(data);
  const readers = {
    sav: `import spss using ${file}, clear`,
    dta: `use ${file}, clear`,
    csv: `import delimited using ${file}, clear varnames(1) case(preserve) encoding("UTF-8") stringcols(_all)`,
  };
  const all = [...variables.values()];
  return [
    '* ---- The data ----',
    '* The survey as the study exports it, derived variables among its columns: put its path here.',
    readers[format],
    ...all.flatMap((variable) => variableLines(variable, format === 'csv')),
  ].join('\n');
}

function variableLines(variable: CodeVariable, fromText: boolean): string[] {
  const { stata, label, derived, type, missing, marked } = variable;
  const text = type === 'text';
  const codes = [...new Set([...missing.codes, ...marked])].filter(
    (code) => text || typeof code === 'number',
  );
  const { range } = missing;
  const tests = [
    ...(codes.length > 0 ? [isAmong(stata, text ? codes.map(String) : codes)] : []),
    ...(range && !text
      ? [
          [
            ...(range.low === null ? [] : [`${stata} >= ${stataNumber(range.low)}`]),
            `${stata} <= ${range.high === null ? 'maxdouble()' : stataNumber(range.high)}`,
          ].join(' & '),
        ]
      : []),
  ];
  const said = [label, ...(derived ? ['(made in the study from other variables)'] : [])].join(' ').trim();
  return [
    ...(said === '' ? [] : [stataComment(`${stata}: ${said}`)]),
    ...(fromText && !text ? [`quietly destring ${stata}, replace`] : []),
    ...tests.map((test) => `quietly replace ${stata} = ${text ? '""' : '.'} if ${test}`),
  ];
}

/** The sample as `svyset` has it. */
export function stataDesign(survey: CodeSurvey): string {
  const { design } = survey;
  const { weight, strata, psu, fpc, secondStage, replicates, margins, lonelyPsu } = design;
  const called = (name: string): string => variableIn(survey, name).stata;
  const lines = [
    '* ---- How the sample was drawn ----',
    `quietly generate double lf_weight = ${weight === null ? '1' : called(weight)}`,
    strata === null
      ? 'quietly generate byte lf_stratum = 1'
      : `quietly egen lf_stratum = group(${called(strata)})`,
    psu === null
      ? 'quietly generate long lf_psu = _n'
      : `quietly egen lf_psu = group(lf_stratum ${called(psu)})`,
    ...margins.flatMap((margin, index) => marginLines(margin, index, called)),
  ];
  const second = psu !== null && fpc !== null && secondStage;
  const options = [
    'strata(lf_stratum)',
    ...(fpc === null ? [] : [`fpc(${called(fpc)})`]),
    ...calibration(margins),
    `singleunit(${singleUnit[lonelyPsu]})`,
  ];
  if (replicates) return [...lines, ...replicateLines(replicates, called, margins)].join('\n');
  return [
    ...lines,
    ...(lonelyPsu === 'remove'
      ? ['* The study leaves strata with a single PSU out of the variance: they add nothing.']
      : []),
    ...(secondStage && !second
      ? ['* The second stage does not count without population sizes at the first.']
      : []),
    ...(margins.length > 1 ? [rakedBy] : []),
    `svyset lf_psu [pweight = lf_weight], ${options.join(' ')}${
      second
        ? ` || ${called(secondStage.ids)}${secondStage.fpc === null ? '' : `, fpc(${called(secondStage.fpc)})`}`
        : ''
    }`,
    'global lf_fixed_df',
  ].join('\n');
}

/** Estimates are the same where both have converged; of the errors that is not known, as none could be compared. */
const rakedBy = stataComment(
  'Stata rakes the weights itself. Where raking converges the weights are those of the study; standard errors follow from its own linearisation of raking, which has not been compared with the study.',
);

/** `adjust` takes deviations from the grand mean, `average` the mean of the other strata; the first two add nothing. */
const singleUnit = {
  fail: 'missing',
  remove: 'certainty',
  certainty: 'certainty',
  adjust: 'centered',
  average: 'scaled',
} as const;

function marginLines(
  { variable, codes, totals, shares }: CodeMargin,
  index: number,
  called: (name: string) => string,
): string[] {
  const name = `lf_margin${index + 1}`;
  const column = called(variable);
  const sum = totals.reduce((all, one) => all + one, 0);
  return [
    `quietly generate int ${name} = .`,
    `quietly generate double ${name}_total = .`,
    ...(shares ? ['quietly summarize lf_weight', 'scalar lf_population = r(sum)'] : []),
    ...codes.flatMap((code, place) => [
      `quietly replace ${name} = ${place + 1} if ${column} == ${stataValue(code)}`,
      `quietly replace ${name}_total = ${shares ? `lf_population * ${stataNumber(totals[place] / sum)}` : stataNumber(totals[place])} if ${name} == ${place + 1}`,
    ]),
  ];
}

function calibration(margins: readonly CodeMargin[]): string[] {
  if (margins.length === 0) return [];
  if (margins.length === 1) return ['poststrata(lf_margin1) postweight(lf_margin1_total)'];
  // Per cent are of the number that another variable's totals add up to.
  const numbers = margins.find(({ shares }) => !shares);
  const sumOf = ({ totals }: CodeMargin): number => totals.reduce((all, one) => all + one, 0);
  const population = numbers ? sumOf(numbers) : null;
  const of = (margin: CodeMargin, total: number): string => {
    if (!margin.shares) return stataNumber(total);
    const part = total / sumOf(margin);
    return population === null ? `\`=lf_population * ${stataNumber(part)}'` : stataNumber(population * part);
  };
  const totals = [
    `_cons=${population === null ? "`=lf_population'" : stataNumber(population)}`,
    ...margins.flatMap((margin, index) =>
      margin.totals.slice(1).map((total, place) => `${place + 2}.lf_margin${index + 1}=${of(margin, total)}`),
    ),
  ];
  const names = margins.map((_, index) => `i.lf_margin${index + 1}`);
  return [`rake(${names.join(' ')}, totals(${totals.join(' ')}))`];
}

/**
 * Every kind of replicate weights as multiples of squared deviations, `jkrweight`: Stata's own formulas for some kinds
 * take other factors.
 */
function replicateLines(
  { type, variables, rho = 0, scale, rscales, combined, centre, df }: ReplicateRoles,
  called: (name: string) => string,
  margins: readonly CodeMargin[],
): string[] {
  const count = variables.length;
  const scales = {
    BRR: 1 / count,
    Fay: 1 / (count * (1 - rho) ** 2),
    SDR: 4 / count,
    JK1: (count - 1) / count,
    JKn: 1,
    bootstrap: 1 / (count - 1),
    other: 1,
  };
  const own = scale ?? scales[type];
  const guessed =
    combined === false && scale === undefined && rscales === undefined && (type === 'JK1' || type === 'JKn');
  const lines = [
    stataComment(
      `Replicate weights (${type}): the variance is the sum of squared deviations of the replicates, each times its multiplier.`,
    ),
    'local replicates',
  ];
  variables.forEach((variable, index) => {
    const name = `lf_replicate${index + 1}`;
    lines.push(
      `quietly generate double ${name} = ${called(variable)}${combined === false ? ' * lf_weight' : ''}`,
    );
    if (guessed) lines.push(`quietly summarize ${called(type === 'JK1' ? variables[0] : variable)}`);
    const multiplier = guessed
      ? "`=1 / r(max)'"
      : stataNumber(own * (rscales?.[rscales.length === 1 ? 0 : index] ?? 1));
    lines.push(`local replicates \`replicates' jkrweight(${name}, multiplier(${multiplier}))`);
  });
  lines.push(
    `svyset [pweight = lf_weight], \`replicates' vce(jackknife)${centre === 'mean' ? '' : ' mse'} ${calibration(margins).join(' ')}`.trim(),
    '* Degrees of freedom: the rank of the replicate weights less 1 (their number less 1 where none depends on others).',
    `global lf_fixed_df ${df === undefined ? count - 1 : stataNumber(df)}`,
  );
  return lines;
}

/** Who is meant: `lf_domain` is 1 for them. */
export function stataDomain(
  survey: CodeSurvey,
  layer: { readonly variable: string; readonly value: string | number } | null,
): string {
  const lines = [
    '* ---- Who is meant ----',
    '* Rows of weight 0 are part of the sample, and of no estimate.',
    'quietly generate byte lf_domain = lf_weight > 0',
  ];
  const { where } = survey;
  if (where !== null) {
    const { commands, name } = stataExpression(where, (one) => {
      const { stata, type } = variableIn(survey, one);
      return { name: stata, text: type === 'text' };
    });
    lines.push(stataComment(`Filter: ${where.expression}`), ...commands);
    lines.push(`quietly replace lf_domain = 0 if ${name} != 1`);
  }
  if (layer !== null) {
    const { stata } = variableIn(survey, layer.variable);
    lines.push(`quietly replace lf_domain = 0 if !(${isAmong(stata, [layer.value])})`);
  }
  return lines.join('\n');
}

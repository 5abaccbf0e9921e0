import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { PublicationPart } from '#contract/publication.ts';
import { answerAnalysis } from '#operations/publication/answerAnalysis.ts';
import type { OperationContext } from '#operations/context.ts';
import { operations } from '#operations/index.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';

const samples = new URL('../../../samples/', import.meta.url).pathname;

const pair = { fear: 'prob_robbery', want: 'prob_poverty' };
const { matrix, priorities } = firstDefinitions;
const freedoms: AnalysisDefinition = {
  ...firstDefinitions.freedoms,
  by: 'division',
  atLeast: { fear: 3, want: 3 },
};
const table = (kind: 'stacked' | 'grouped' | 'dots' | 'heatmap' | 'slope' | null): AnalysisDefinition => ({
  ...firstDefinitions.tables,
  rows: [kind === null ? { kind: 'mean', name: 'age' } : { kind: 'variable', name: 'safe_dark' }],
  columns: [['education']],
  picture: { kind, item: null, column: null },
});

/** 24 answers. */
const districts: AnalysisDefinition = {
  ...firstDefinitions.tables,
  rows: [{ kind: 'variable', name: 'district' }],
  columns: [['sex']],
  picture: { kind: 'stacked', item: null, column: null },
};

/** Every kind of picture that the rooms have. */
export const definitions: readonly (readonly [string, AnalysisDefinition, PublicationPart])[] = [
  ['matrix', matrix, 'room'],
  ['odds ratios', { ...matrix, measure: 'oddsRatio' }, 'room'],
  ['matrix of 20 × 20', matrix, 'room'],
  ['matrices by group', { ...matrix, by: 'residence' }, 'room'],
  ['pair', { ...matrix, pair }, 'detail'],
  ['pair by group', { ...matrix, pair, pairBy: 'division' }, 'detail'],
  ['split as bars', freedoms, 'room'],
  ['split as intervals', { ...freedoms, view: 'dots' }, 'room'],
  ['ranking', priorities, 'room'],
  ['ranking by group', { ...priorities, by: 'sex' }, 'room'],
  ['ranking by many groups', { ...priorities, by: 'division', groupsAs: 'columns' }, 'room'],
  ['severity', { ...priorities, picture: 'severity' }, 'room'],
  ['concern by group', { ...priorities, concern: 'prob_robbery', concernBy: 'division' }, 'detail'],
  ['stacked bars', table('stacked'), 'room'],
  ['bars beside each other', table('grouped'), 'room'],
  ['dots', table('dots'), 'room'],
  ['heatmap', table('heatmap'), 'room'],
  ['slope', table('slope'), 'room'],
  ['bars of many answers', districts, 'room'],
  ['means', table(null), 'room'],
];

/** All of them answered, of the teaching survey of Bangladesh. */
export async function answeredRooms(): Promise<ReadonlyMap<string, AnsweredAnalysis>> {
  const studies = mkdtempSync(join(tmpdir(), 'larger-freedom-figures-'));
  const context: OperationContext = {
    places: { studies, samples },
    report: () => undefined,
    throwIfCancelled: () => undefined,
  };
  const { study } = await operations['study.openSample']({ sample: 'bangladesh' }, context);
  const answered = new Map<string, AnsweredAnalysis>();
  for (const [name, definition] of definitions)
    answered.set(
      name,
      doubled(name, withSeverity(await answerAnalysis(definition, { study, survey: 1 }, context))),
    );
  rmSync(studies, { recursive: true, force: true });
  return answered;
}

/** Each of the ten fears and of the ten wants once more, under another name. */
function doubled(name: string, answered: AnsweredAnalysis): AnsweredAnalysis {
  if (answered.room !== 'matrix' || name !== 'matrix of 20 × 20') return answered;
  const { fear, want, pairs } = answered.result;
  const again = (variable: string): readonly string[] => [variable, `${variable}_again`];
  const twice = <Side extends { readonly variable: string; readonly label: string }>(
    side: readonly Side[],
  ): Side[] =>
    side.flatMap((one) =>
      again(one.variable).map((variable, index) => ({
        ...one,
        variable,
        label: index === 0 ? one.label : `${one.label}, asked again`,
      })),
    );
  const result = {
    ...answered.result,
    fear: twice(fear),
    want: twice(want),
    pairs: pairs.flatMap((one) =>
      again(one.fear).flatMap((fearOf) =>
        again(one.want).map((wantOf) => ({ ...one, fear: fearOf, want: wantOf })),
      ),
    ),
  };
  return { ...answered, result };
}

/** Of its concerns a single answer counts each: a severity is made up for every one, so that there are points to draw. */
function withSeverity(answered: AnsweredAnalysis): AnsweredAnalysis {
  if (answered.room !== 'priorities' || answered.definition.picture !== 'severity') return answered;
  const concerns = answered.result.concerns.map((concern, index) => ({
    ...concern,
    severity: {
      share: {
        ...concern.share,
        estimate: 0.3 + (index % 7) * 0.05,
        ciLow: 0.28 + (index % 7) * 0.05,
        ciHigh: 0.33 + (index % 7) * 0.05,
      },
      n: concern.n,
      shown: concern.shown,
      weightedN: concern.weightedN,
      code: 3,
      label: 'Very',
    },
  }));
  return { ...answered, result: { ...answered.result, concerns } };
}

/** With other labels of variables and answers. */
export function relabelled(answered: AnsweredAnalysis, label: (before: string) => string): AnsweredAnalysis {
  return JSON.parse(JSON.stringify(answered), (key: string, value: unknown): unknown => {
    if (key === 'label' && typeof value === 'string') return label(value);
    if (key === 'labels' && Array.isArray(value)) return value.map((each) => label(String(each)));
    return value;
  }) as AnsweredAnalysis;
}

import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyChanges } from '#contract/surveyChanges.ts';
import type { Formats } from '#presentation/text/createFormats.ts';

type Say = (key: string, words?: Readonly<Record<string, string | number>>, plural?: number) => string;

export interface ChangeLine {
  readonly name: string;
  readonly text: string;
}

export interface ChangeGroup {
  readonly kind: string;
  /** Something that the user made would not take effect any more. */
  readonly loses: boolean;
  readonly lines: readonly ChangeLine[];
}

interface Words {
  readonly t: Say;
  readonly formats: Formats;
  readonly problemText: (problem: ProblemMessage) => string;
}

/** What a corrected file would change, what would be lost by it first; groups without a line are left out. */
export function changeGroups(changes: SurveyChanges, words: Words): readonly ChangeGroup[] {
  return [...losses(changes, words), ...differences(changes, words)].filter(({ lines }) => lines.length > 0);
}

function losses({ waiting }: SurveyChanges, { t, problemText }: Words): readonly ChangeGroup[] {
  const group = (kind: string, lines: readonly ChangeLine[]): ChangeGroup => ({ kind, loses: true, lines });
  const gone = t('waves.gone');
  return [
    group(
      'concerns',
      waiting.concerns.map(({ variable, codes }) => ({
        name: variable,
        text: codes.length === 0 ? gone : t('waves.codesGone', { codes: codes.join(', ') }, codes.length),
      })),
    ),
    group(
      'derived',
      waiting.derived.map(({ variable, problem }) => ({ name: variable, text: problemText(problem) })),
    ),
    group(
      'roles',
      waiting.roles.map(({ role, variable }) => ({
        name: variable,
        text: t('waves.roleGone', { role: t(`waves.role.${role}`) }),
      })),
    ),
    group(
      'sets',
      waiting.responseSets.map(({ set, variables }) => ({
        name: set,
        text: t('waves.setGone', { variables: variables.join(', ') }),
      })),
    ),
    group(
      'marks',
      [...new Set([...waiting.marks, ...waiting.edits])].map((name) => ({ name, text: gone })),
    ),
  ];
}

function differences(changes: SurveyChanges, { t, formats }: Words): readonly ChangeGroup[] {
  const group = (kind: string, lines: readonly ChangeLine[]): ChangeGroup => ({ kind, loses: false, lines });
  const becomes = (before: string, after: string): string =>
    t('waves.becomes', { before: before || t('waves.nothing'), after: after || t('waves.nothing') });
  const list = (values: readonly (string | number)[]): string => values.join(', ');
  const rule = ({ codes, range }: SurveyChanges['missing'][number]['before']): string =>
    list([...codes, ...(range ? [`${range.low ?? '…'}–${range.high ?? '…'}`] : [])]);
  return [
    group(
      'removed',
      changes.removed.map(({ name, label }) => ({ name, text: label })),
    ),
    group(
      'added',
      changes.added.map(({ name, label }) => ({ name, text: label })),
    ),
    group(
      'respelled',
      changes.respelled.map(({ before, after }) => ({ name: before, text: becomes(before, after) })),
    ),
    group(
      'types',
      changes.types.map(({ variable, before, after }) => ({
        name: variable,
        text: becomes(t(`variables.type.${before}`), t(`variables.type.${after}`)),
      })),
    ),
    group(
      'codes',
      changes.codes.map(({ variable, added, gone }) => ({
        name: variable,
        text: formats.list([
          ...(added.length > 0 ? [t('waves.codesNew', { codes: list(added) }, added.length)] : []),
          ...(gone.length > 0 ? [t('waves.codesGone', { codes: list(gone) }, gone.length)] : []),
        ]),
      })),
    ),
    group(
      'valueLabels',
      changes.valueLabels.map(({ variable, codes }) => ({
        name: variable,
        text: codes
          .map(({ value, before, after }) => `${value}: ${becomes(before ?? '', after ?? '')}`)
          .join('; '),
      })),
    ),
    group(
      'labels',
      changes.labels.map(({ variable, before, after }) => ({ name: variable, text: becomes(before, after) })),
    ),
    group(
      'missing',
      changes.missing.map(({ variable, before, after }) => ({
        name: variable,
        text: becomes(rule(before), rule(after)),
      })),
    ),
  ];
}

import type { MissingMark } from '#contract/source.ts';
import type { SurveyRoles } from '#contract/study.ts';
import { concernOf, type Item } from './item.ts';

/** What the teaching study opens with. */
export function studyOf(name: string, file: string, roles: SurveyRoles, items: readonly Item[]) {
  const missing: MissingMark[] = items
    .filter(({ scale }) => scale.dontKnow !== undefined)
    .map(({ name: variable }) => ({ variable, codes: [8, 9] }));
  return {
    name,
    file,
    madeUp: true,
    roles,
    missing,
    concerns: items.filter(({ concern }) => concern !== undefined).map(concernOf),
  };
}

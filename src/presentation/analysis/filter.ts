import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Translate } from '../text/translator.ts';

/** The condition that an analysis is limited to; empty for all respondents. */
export const filterOf = ({ where }: AnalysisDefinition): string => where?.trim() ?? '';

/** The same analysis of those for whom the condition is true. */
export function filtered(definition: AnalysisDefinition, where: string): AnalysisDefinition {
  if (definition.room === 'tables') return { ...definition, where };
  const all = { ...definition };
  delete all.where;
  return where.trim() === '' ? all : { ...all, where };
}

/** As it is asked with. */
export function onlyWhere(where: string | undefined): { readonly where?: string } {
  const condition = where?.trim() ?? '';
  return condition === '' ? {} : { where: condition };
}

/** What a method line says of it. */
export function filterMethod(where: string, t: Translate): readonly string[] {
  return where === '' ? [] : [t('tables.methodFilter', { filter: where })];
}

/** What a subtitle says of it, after its own words. */
export function filterSentence(subtitle: string, where: string, t: Translate): string {
  return where === '' ? subtitle : `${subtitle} ${t('publication.subtitle.filter', { filter: where })}`;
}

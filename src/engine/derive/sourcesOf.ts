import { parseExpression, parseFormula } from '../expression/parseExpression.ts';
import { renameVariables } from '../expression/renameVariables.ts';
import { variablesOf } from '../expression/variablesOf.ts';
import type { PhraseCode } from '../survey/phraseCodes.ts';
import type { Definition } from './definition.ts';

/** Names of the variables that a definition reads, each once. @throws Problem expression.invalid */
export function sourcesOf(definition: Definition): string[] {
  switch (definition.kind) {
    case 'count':
      return [...new Set(definition.sources)];
    case 'combine':
      return [...new Set(definition.rules.flatMap(({ when }) => variablesOf(parseExpression(when))))];
    case 'expression':
      return variablesOf(parseFormula(definition.expression));
    default:
      return [definition.source];
  }
}

/** Whether a definition reads the survey's weight. */
export function usesWeight(definition: Definition): boolean {
  if (definition.kind === 'standardise') return definition.weighted;
  return definition.kind === 'band' && definition.by.how === 'quantiles' && definition.by.weighted;
}

/** What a definition needs the numbers of its source for; `null` where it can do something with text. */
export function useOfNumbers(definition: Definition): PhraseCode | null {
  switch (definition.kind) {
    case 'band':
      return 'asBand';
    case 'standardise':
      return 'asStandardise';
    case 'recode': {
      const { otherwise, rules } = definition;
      return otherwise === 'keep' || rules.some(({ ranges }) => ranges.length > 0) ? 'asRecode' : null;
    }
    default:
      return null;
  }
}

/** The same definition over variables called otherwise. @throws Problem expression.invalid */
export function renameSources(definition: Definition, names: ReadonlyMap<string, string>): Definition {
  const called = (name: string): string => names.get(name) ?? name;
  switch (definition.kind) {
    case 'count':
      return { ...definition, sources: definition.sources.map(called) };
    case 'combine':
      return {
        ...definition,
        rules: definition.rules.map((rule) => ({
          ...rule,
          when: renameVariables(parseExpression(rule.when), names),
        })),
      };
    case 'expression':
      return { ...definition, expression: renameVariables(parseFormula(definition.expression), names) };
    default:
      return { ...definition, source: called(definition.source) };
  }
}

import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Value } from '#contract/source.ts';

/** One answer to a variable. */
export interface Answer {
  readonly variable: string;
  readonly value: Value;
}

/** Whether the survey knows this answer to a variable; true as long as that is not known. */
export type HasAnswer = (answer: Answer) => boolean;

/** The answers that a definition names: groups of the matrix; the layer and the nets of a table. */
export function answersIn(definition: AnalysisDefinition): readonly Answer[] {
  const of = (variable: string, values: readonly Value[]): Answer[] =>
    values.map((value) => ({ variable, value }));
  switch (definition.room) {
    case 'matrix':
      return definition.by === null ? [] : of(definition.by, definition.values ?? []);
    case 'tables': {
      const { layer, nets } = definition;
      return [
        ...(layer && layer.value !== null ? of(layer.variable, [layer.value]) : []),
        // The answers of a set are variables, or those of several variables.
        ...nets.flatMap(({ kind, variable, values }) => (kind === 'set' ? [] : of(variable, values))),
      ];
    }
    default:
      return [];
  }
}

/** The answers that a definition names and the survey does not have, each once. */
export function lostAnswers(definition: AnalysisDefinition, has: HasAnswer): readonly Answer[] {
  const lost = answersIn(definition).filter((answer) => !has(answer));
  return [...new Map(lost.map((answer) => [JSON.stringify(answer), answer])).values()];
}

/** The same without them; as it is where nothing is lost. A net stays with the answers that it has left. */
export function answersWithin<Definition extends AnalysisDefinition>(
  definition: Definition,
  has: HasAnswer,
): Definition;
export function answersWithin(definition: AnalysisDefinition, has: HasAnswer): AnalysisDefinition {
  if (lostAnswers(definition, has).length === 0) return definition;
  switch (definition.room) {
    case 'matrix': {
      const { by } = definition;
      const values = definition.values?.filter((value) => by === null || has({ variable: by, value })) ?? [];
      return { ...definition, values: values.length > 0 ? values : null };
    }
    case 'tables': {
      const { layer, nets } = definition;
      const layerStays =
        layer === null || layer.value === null || has({ variable: layer.variable, value: layer.value });
      return {
        ...definition,
        layer: layerStays ? layer : { ...layer, value: null },
        nets: nets
          .map((net) => ({
            ...net,
            values: net.values.filter(
              (value) => net.kind === 'set' || has({ variable: net.variable, value }),
            ),
          }))
          .filter(({ values }) => values.length > 0),
      };
    }
    default:
      return definition;
  }
}

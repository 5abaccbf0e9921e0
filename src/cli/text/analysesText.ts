import type { AnalysisState, DamagedAnalysis } from '#contract/analysis.ts';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { problemText } from './problemText.ts';
import { textTable } from './textTable.ts';

/** A kept analysis, the name of its survey, and the variables and sets that it names. */
export interface ListedAnalysis extends Omit<AnalysisState, 'position' | 'survey'> {
  readonly room: AnalysisDefinition['room'];
  readonly survey: string;
  readonly variables: readonly string[];
}

export function listedAnalysis(
  { id, name, definition, changed }: AnalysisState,
  survey: string,
): ListedAnalysis {
  const { room } = definition;
  return { id, name, room, survey, variables: variablesIn(definition), definition, changed };
}

/** `damaged`: those that cannot be read, by name. */
export function analysesText(
  analyses: readonly ListedAnalysis[],
  damaged: readonly DamagedAnalysis[] = [],
): string {
  if (analyses.length + damaged.length === 0) return 'No analysis is kept in this study.';
  const table = textTable(
    ['<Analysis', '<Room', '<Survey', '<Variables'],
    analyses.map(({ name, room, survey, variables }) => [name, room, survey, variables.join(', ')]),
  );
  const unread = damaged.map(({ name }) =>
    problemText({ code: 'analysis.damaged', params: { analysis: name } }),
  );
  return [...(analyses.length > 0 ? [table] : []), ...unread].join('\n\n');
}

/** Those that are named; the concerns of an analysis are those of its survey. */
function variablesIn(definition: AnalysisDefinition): string[] {
  return [...new Set(namesIn(definition).filter((name) => name !== null))];
}

function namesIn(definition: AnalysisDefinition): readonly (string | null)[] {
  switch (definition.room) {
    case 'matrix': {
      const { by, pair, pairBy } = definition;
      return [by, pair?.fear ?? null, pair?.want ?? null, pairBy];
    }
    case 'freedoms':
      return [definition.by];
    case 'tables': {
      const { rows, columns, layer } = definition;
      return [...rows.map(({ name }) => name), ...columns.flat(), layer?.variable ?? null];
    }
    case 'priorities':
      return [definition.by, definition.concern, definition.concernBy];
  }
}

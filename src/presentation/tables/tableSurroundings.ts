import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { methodLine } from '../analysis/designMethod.ts';
import type { Medium, OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonLines } from '../text/reasonLines.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { tableGrid, tableWords } from './tableGrid.ts';
import { layerAnswer, tableMethod, tableSigns } from './tableNotes.ts';

export type AnsweredTable = Extract<AnsweredAnalysis, { room: 'tables' }>;

export function tableSurroundings(
  { result, definition }: AnsweredTable,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  const grid = tableGrid(result, definition, formats, tableWords(t, formats));
  const where = definition.where.trim();
  const drawn = medium === 'figure';
  const { layer } = result;
  const columns = result.banner.map(({ variables }) =>
    variables.map(({ variable, label }) => shortLabel(variable, label)).join(' › '),
  );
  const rows = formats.list(result.items.map(({ name, label }) => shortLabel(name, label)));
  const onlyMeans = result.items.every(({ kind }) => kind === 'mean');
  const share = t(`publication.subtitle.shares.${definition.share}`);
  const bases = new Set(result.items.filter(({ problem }) => !problem).map(({ bases: [all] }) => all.n));
  const [base] = bases.size === 1 ? bases : [null];
  return {
    title:
      columns.length > 0
        ? t('publication.title.tablesBy', { rows, columns: formats.list(columns) })
        : t('publication.title.tables', { rows }),
    subtitle: [
      base === null
        ? t(onlyMeans ? 'publication.subtitle.mean' : 'publication.subtitle.table', { share })
        : t(onlyMeans ? 'publication.subtitle.meanBase' : 'publication.subtitle.tableBase', {
            share,
            count: formats.count(base),
          }),
      ...(layer
        ? [
            t('publication.subtitle.layer', {
              label: shortLabel(layer.variable, layer.label),
              value: layerAnswer(layer),
            }),
          ]
        : []),
      ...(where ? [t('publication.subtitle.filter', { filter: where })] : []),
    ].join(' '),
    notes: [
      ...tableSigns(grid, definition, drawn, t),
      ...reasonLines(grid.reasons, !drawn, t),
      methodLine(result.design, tableMethod(result, where, t), t, formats),
    ],
  };
}

import type { TableResult } from '#contract/table.ts';
import { filterMethod } from '../analysis/filter.ts';
import type { Translate } from '../text/translator.ts';
import type { TableDefinition } from './tableDefinition.ts';
import type { TableGrid } from './tableGrid.ts';

/** What letters and signs mean, as far as there are any; `drawn`: of a picture only. */
export function tableSigns(
  { has }: Pick<TableGrid, 'has'>,
  { letters }: Pick<TableDefinition, 'letters'>,
  drawn: boolean,
  t: Translate,
): readonly string[] {
  return [
    ...(!drawn && has.letters && letters !== 'off'
      ? [t('tables.lettersNote', { adjust: t(`tables.adjusted.${letters}`) })]
      : []),
    ...(has.suppressed ? [t('tables.suppressedNote')] : []),
    ...(has.bracketed ? [t('tables.bracketedNote')] : []),
    ...(has.nothing ? [t('tables.nothingNote')] : []),
    ...(!drawn && has.naive ? [t('naive.tableNote')] : []),
    ...(has.sets ? [t('tables.setNote')] : []),
  ];
}

/** What the method line of a table says beside its design. `where`: the filter that it stands on. */
export function tableMethod(
  { layer }: Pick<TableResult, 'layer'>,
  where: string,
  t: Translate,
): readonly string[] {
  return [
    ...(layer
      ? [t('tables.methodLayer', { label: layer.label || layer.variable, value: layerAnswer(layer) })]
      : []),
    ...filterMethod(where, t),
    t('tables.methodMissing'),
    t('tables.methodSuppression'),
  ];
}

export function layerAnswer(layer: NonNullable<TableResult['layer']>): string {
  return layer.categories.find(({ value }) => value === layer.value)?.label ?? '';
}

import { useI18n } from 'vue-i18n';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { shortLabel } from '#presentation/text/shortLabel.ts';
import { useFormats } from '../../format/useFormats.ts';
import { useAnalysesStore } from '../../stores/analyses.ts';
import { useDerivedStore } from '../../stores/derived.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { freeName, proposedName } from './proposedName.ts';

/** Names that no kept analysis of the study has yet. */
export function useNames(): {
  proposed(definition: AnalysisDefinition): string;
  copyOf(name: string): string;
} {
  const { t } = useI18n();
  const formats = useFormats();
  const analyses = useAnalysesStore();
  const variables = useVariablesStore();
  const derived = useDerivedStore();

  const free = (wanted: string): string =>
    freeName(
      wanted,
      analyses.kept.map(({ name }) => name),
      (name, number) => t('analyses.numbered', { name, number: formats.value.count(number) }),
    );
  return {
    proposed: (definition) =>
      free(
        proposedName(definition, {
          t: (key, params = {}) => t(key, params),
          list: (words) => (words.length === 0 ? '' : formats.value.list(words)),
          labelOf: (name) => shortLabel(name, variables.byName.get(name)?.label ?? ''),
          setLabelOf: (name) => derived.setsByName.get(name)?.label || name,
        }),
      ),
    copyOf: (name) => free(t('analyses.copy', { name })),
  };
}

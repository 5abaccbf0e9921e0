import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Input, Output } from '#contract/index.ts';
import type { MissingMark, SurveyReference, Value } from '#contract/source.ts';
import type { VariableSummary } from '#contract/variable.ts';
import { useClient } from '../api.ts';
import { useAsked } from '../useAsked.ts';
import { naiveDesign } from './naive.ts';
import { useStudyStore } from './study.ts';

export type Distribution = Output<'variable.distribution'>;
export type VariableChange = Pick<Input<'variable.edit'>, 'label' | 'valueLabels' | 'missing'>;

/** The variables of the survey that is looked at, and their distributions as they are asked for. */
export const useVariablesStore = defineStore('variables', () => {
  const client = useClient();
  const study = useStudyStore();
  const listing = useAsked((reference: SurveyReference, { signal }) =>
    client.variable.list(reference, { signal }),
  );
  const distributions = shallowRef<ReadonlyMap<string, Promise<Distribution>>>(new Map());

  const variables = computed<readonly VariableSummary[]>(() => listing.answer.value?.variables ?? []);
  const byName = computed(() => new Map(variables.value.map((variable) => [variable.name, variable])));

  watch(
    () => study.reference,
    (reference) => {
      distributions.value = new Map();
      listing.clear();
      if (reference) void listing.ask(reference);
    },
    { immediate: true },
  );
  watch(
    () => study.revision,
    () => (distributions.value = new Map()),
  );

  /** Kept until marks or weights change; a failed one is asked for again next time. */
  function distribution(variable: string): Promise<Distribution> {
    return keptAs(variable, { variable });
  }

  /** The same without weights, strata and clusters. */
  function naiveDistribution(variable: string): Promise<Distribution> {
    return keptAs(`naïve ${variable}`, { variable, design: naiveDesign });
  }

  function keptAs(
    name: string,
    question: Omit<Input<'variable.distribution'>, keyof SurveyReference>,
  ): Promise<Distribution> {
    const known = distributions.value.get(name);
    if (known) return known;
    const reference = study.reference;
    if (!reference) return Promise.reject(new Error('no survey is open'));
    const cache = new Map(distributions.value);
    const asked = client.variable.distribution({ ...reference, ...question });
    asked.catch(() => cache.delete(name));
    distributions.value = cache.set(name, asked);
    return asked;
  }

  /** Marks codes as missing beside those marked before, for each variable named. */
  async function addMarks(marks: readonly MissingMark[]): Promise<void> {
    await replaceMarks(
      marks.map(({ variable, codes }) => ({
        variable,
        codes: [...new Set([...(byName.value.get(variable)?.marked ?? []), ...codes])],
      })),
    );
  }

  async function toggleMark(variable: string, code: Value): Promise<void> {
    const marked = byName.value.get(variable)?.marked ?? [];
    const codes = marked.includes(code) ? marked.filter((each) => each !== code) : [...marked, code];
    await replaceMarks([{ variable, codes }]);
  }

  async function replaceMarks(marks: MissingMark[]): Promise<void> {
    const reference = study.reference;
    if (!reference || marks.length === 0) return;
    await client.survey.markMissing({ ...reference, marks });
    await changed();
  }

  /** Edits what is said about a variable; `null` restores what the file says. */
  async function edit(variable: string, change: VariableChange): Promise<void> {
    const reference = study.reference;
    if (!reference) return;
    await client.variable.edit({ ...reference, variable, ...change });
    await changed();
  }

  /** Variables were edited, made or removed: all that was computed from them is stale. */
  async function changed(): Promise<void> {
    study.changed();
    if (study.reference) await listing.ask(study.reference);
  }

  return {
    variables,
    byName,
    loading: listing.loading,
    problem: listing.problem,
    distributions,
    distribution,
    naiveDistribution,
    addMarks,
    toggleMark,
    replaceMarks,
    edit,
    changed,
  };
});

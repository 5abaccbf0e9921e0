import { computed, watch, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Value } from '#contract/source.ts';
import { useDerivedStore } from '../../stores/derived.ts';
import { useVariablesStore, type Distribution } from '../../stores/variables.ts';
import { useAsked } from '../../useAsked.ts';
import { answersIn, answersWithin, lostAnswers, type Answer } from './answersWithin.ts';
import { lostNames, withinSurvey, type SurveyNames } from './withinSurvey.ts';

/** What a definition comes to in the survey that is looked at, and what it names that is gone from there. */
export function useWithinSurvey<Definition extends AnalysisDefinition>(
  definition: Readonly<Ref<Definition>>,
): {
  readonly within: ComputedRef<Definition>;
  readonly lost: ComputedRef<readonly string[]>;
  readonly lostAnswers: ComputedRef<readonly Answer[]>;
} {
  const variables = useVariablesStore();
  const derived = useDerivedStore();
  /** Nothing counts as gone before the survey's lists are there. */
  const names = computed((): SurveyNames | null =>
    variables.byName.size === 0
      ? null
      : {
          has: (name) => variables.byName.has(name),
          hasSet: (name) => derived.loading || derived.problem !== null || derived.setsByName.has(name),
        },
  );
  const named = computed(() =>
    names.value ? withinSurvey(definition.value, names.value) : definition.value,
  );

  const answers = useAsked(async (asked: readonly string[]) => {
    const found = await Promise.all(asked.map((name) => variables.distribution(name)));
    return new Map(found.map((each) => [each.variable, answersOf(each)]));
  });
  const answered = computed(() => [
    ...new Set(
      answersIn(named.value)
        .map(({ variable }) => variable)
        .filter((name) => variables.byName.has(name)),
    ),
  ]);
  watch(
    [() => answered.value.join('\n'), () => variables.variables],
    () => {
      if (answered.value.length > 0) void answers.ask(answered.value);
      else answers.clear();
    },
    { immediate: true },
  );
  const hasAnswer = ({ variable, value }: Answer): boolean =>
    answers.answer.value?.get(variable)?.has(value) ?? true;

  return {
    within: computed(() => answersWithin(named.value, hasAnswer)),
    lost: computed(() => (names.value ? lostNames(definition.value, names.value) : [])),
    lostAnswers: computed(() => lostAnswers(named.value, hasAnswer)),
  };
}

/** The answers to a variable, labelled or given; `null` of one with more than can be listed. */
function answersOf({ categories, truncated }: Distribution): ReadonlySet<Value> | null {
  const isBand = categories.some(({ value, from }) => value === null && from !== null);
  return truncated || isBand ? null : new Set(categories.flatMap(({ value }) => value ?? []));
}

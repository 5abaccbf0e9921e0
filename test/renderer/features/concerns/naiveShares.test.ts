// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { ShareEstimate } from '#contract/estimate.ts';
import { useNaiveShares, type NaiveShares } from '#renderer/src/features/concerns/useNaiveShares.ts';
import { useConcernsStore } from '#renderer/src/stores/concerns.ts';
import { useNaiveStore } from '#renderer/src/stores/naive.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { designFixture, studyFixture } from '../../studyFixture.ts';

const concern = (variable: string, concernedWhen: number[]): ConcernDefinition => ({
  ...{ variable, freedom: 'fear', dimensions: [], concernedWhen },
});
const shareOf = (estimate: number): { n: number; weightedN: number; share: ShareEstimate; shown: 'yes' } => ({
  ...{ n: 100, weightedN: 100, shown: 'yes' },
  share: { estimate, se: 0.01, ciLow: estimate - 0.02, ciHigh: estimate + 0.02, deff: 1 },
});

const design = { summary: { ...designFixture, weight: 'weight' } };

test('each concern is asked for once without the design, and again when its rule changes', async () => {
  const bridge = fakeBridge({
    'concern.list': () => ({
      concerns: [concern('theft', [1]), concern('water', [1]), concern('food', [])].map((one) => ({
        ...{ ...one, label: one.variable },
        ...(one.concernedWhen.length > 0
          ? shareOf(0.5)
          : { n: 0, weightedN: 0, share: null, shown: 'suppressed' as const }),
      })),
    }),
    'concern.share': ({ variable }) => shareOf(variable === 'theft' ? 0.47 : 0.51),
  });
  let shares: NaiveShares | undefined;
  const global = globalWith(bridge);
  mount(
    defineComponent(() => {
      shares = useNaiveShares();
      const [survey] = studyFixture.surveys;
      useStudyStore().show({ ...studyFixture, surveys: [{ ...survey, design }] }, 1);
      return () => h('p');
    }),
    { global },
  );
  await flushPromises();
  const asked = () => bridge.asked.filter(({ operation }) => operation === 'concern.share');
  expect(asked()).toEqual([]);

  useNaiveStore().asked = true;
  await flushPromises();
  expect(asked().map(({ input }) => input)).toMatchObject([
    { variable: 'theft', design: { weight: null } },
    { variable: 'water', design: { weight: null } },
  ]);
  expect(shares!.of(concern('theft', [1]))?.share?.estimate).toBe(0.47);
  expect(shares!.of(concern('food', []))).toBeNull();
  expect(shares!.counts.value).toEqual({ shares: 2, apart: 1 });

  useConcernsStore().update('water', { concernedWhen: [1, 2] });
  await flushPromises();
  expect(
    asked()
      .slice(2)
      .map(({ input }) => input),
  ).toMatchObject([{ concernedWhen: [1, 2] }]);
});

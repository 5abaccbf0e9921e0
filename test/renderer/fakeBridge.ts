import { expect, onTestFinished } from 'vitest';
import type { Bridge } from '#contract/bridge.ts';
import type { Reply, Request } from '#contract/envelope.ts';
import { contract, type Input, type OperationName, type Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';

export type Answers = {
  [Name in OperationName]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

export interface FakeBridge extends Bridge {
  readonly asked: readonly Request[];
  readonly cancelled: readonly string[];
  readonly delivered: readonly string[];
  tell(reply: Reply): void;
}

/**
 * A bridge for tests. An operation without an answer stays unanswered, as long work does. A question that the
 * contract does not know fails the test, whether it has an answer or not.
 */
export function fakeBridge(answers: Answers): FakeBridge {
  const listeners = new Set<(reply: Reply) => void>();
  const asked: Request[] = [];
  const cancelled: string[] = [];
  const delivered: string[] = [];
  const wrong: string[] = [];
  onTestFinished(() => expect(wrong).toEqual([]));
  const tell = (reply: Reply): void => listeners.forEach((listener) => listener(reply));

  async function answer({ id, operation, input }: Request): Promise<void> {
    const give = answers[operation] as ((input: unknown) => unknown) | undefined;
    if (!give) return;
    try {
      tell({ id, kind: 'result', result: await give(structuredClone(input)) });
    } catch (error) {
      tell({ id, kind: 'error', problem: error as ProblemMessage });
    }
  }

  return {
    place: 'browser',
    asked,
    cancelled,
    tell,
    call(request) {
      const { operation, input } = request;
      const { error } = contract[operation].input.safeParse(input);
      if (error) wrong.push(`${operation}: ${error.message}`);
      asked.push(request);
      void answer(request);
    },
    cancel(id) {
      cancelled.push(id);
      tell({ id, kind: 'cancelled' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    chosen: async (files) => files.map((file) => `/chosen/${file.name}`),
    saveTarget: async (name) => `/written/${name}`,
    async deliver(paths) {
      delivered.push(...paths);
    },
    delivered,
    newWindow: () => undefined,
    settingsChanged: () => () => undefined,
  };
}

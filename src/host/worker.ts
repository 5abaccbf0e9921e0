import { parentPort, workerData } from 'node:worker_threads';
import { contract, type OperationName } from '#contract/index.ts';
import type { Progress } from '#contract/envelope.ts';
import type { Handler, OperationContext } from '#operations/context.ts';
import { OperationCancelled } from '#operations/context.ts';
import { operations } from '#operations/index.ts';
import { problemMessage } from '#operations/problems.ts';
import { runMarked } from '#project/marked.ts';
import { knowKeys } from '#project/studyKey.ts';
import { aboutStudy, isOutOfMemory, outOfMemory } from './stopped.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './workerMessages.ts';

/** A bar need not move more often than this. */
const progressEveryMs = 50;

const port = parentPort!;
const { places } = workerData as WorkerSetup;
let turn = Promise.resolve();

port.on('message', (message: ToWorker) => {
  turn = turn.then(() => answer(message));
});

async function answer({ id, operation, input, readOnly, keys, cancelFlag }: ToWorker): Promise<void> {
  const cancelled = new Int32Array(cancelFlag);
  const send = (message: FromWorker): void => port.postMessage(message);
  let reported = 0;
  const context: OperationContext = {
    places,
    readOnly,
    shareKey: (key) => send({ id, kind: 'key', key }),
    report(progress: Progress) {
      const now = performance.now();
      if (now - reported < progressEveryMs && progress.fraction < 1) return;
      reported = now;
      send({ id, kind: 'progress', progress });
    },
    throwIfCancelled() {
      if (Atomics.load(cancelled, 0) === 1) throw new OperationCancelled();
    },
  };
  knowKeys(keys);
  try {
    context.throwIfCancelled();
    const handler = operations[operation] as unknown as Handler<OperationName>;
    const result = await runMarked(contract[operation].writes, () => handler(input as never, context));
    send({ id, kind: 'result', result });
  } catch (error) {
    if (error instanceof OperationCancelled) send({ id, kind: 'cancelled' });
    else if (isOutOfMemory(error)) send({ id, kind: 'error', problem: outOfMemory(input) });
    else send({ id, kind: 'error', problem: problemMessage(aboutStudy(input, error)) });
  } finally {
    // They come with each request; a study that is closed is locked here too.
    knowKeys([]);
  }
}

import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './workerMessages.ts';

/** How long work that is cancelled at the end may take to undo what it began. */
const undoMs = 3000;

interface Running {
  readonly cancelFlag: SharedArrayBuffer;
  readonly reply: (reply: Reply) => void;
}

/**
 * One worker thread and the requests it has been given, answered in their order. The thread keeps the
 * program alive only while somebody waits for an answer.
 */
export class Lane {
  readonly #module: URL;
  readonly #setup: WorkerSetup;
  readonly #running = new Map<string, Running>();
  #worker: Worker | null = null;
  #idle: () => void = () => undefined;

  constructor(module: URL, setup: WorkerSetup) {
    this.#module = module;
    this.#setup = setup;
  }

  call(id: string, operation: OperationName, input: unknown, reply: (reply: Reply) => void): void {
    const cancelFlag = new SharedArrayBuffer(4);
    this.#running.set(id, { cancelFlag, reply });
    const worker = this.#start();
    worker.ref();
    worker.postMessage({ id, operation, input, cancelFlag } satisfies ToWorker);
  }

  cancel(id: string): void {
    const running = this.#running.get(id);
    if (running) Atomics.store(new Int32Array(running.cancelFlag), 0, 1);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    const idle = new Promise<void>((resolve) => (this.#idle = resolve));
    for (const id of this.#running.keys()) this.cancel(id);
    if (this.#running.size > 0) await Promise.race([idle, after(undoMs, undefined, { ref: false })]);
    this.#worker = null;
    this.#running.clear();
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#module, { workerData: this.#setup });
    worker.on('message', (message: FromWorker) => this.#answered(message));
    worker.on('error', (error) => this.#died(worker, error.message));
    worker.on('exit', (code) => this.#died(worker, `worker ended with ${code}`));
    this.#worker = worker;
    return worker;
  }

  #answered(message: FromWorker): void {
    const running = this.#running.get(message.id);
    if (!running) return;
    if (message.kind !== 'progress') this.#running.delete(message.id);
    if (this.#running.size === 0) this.#worker?.unref();
    running.reply(message);
    if (this.#running.size === 0) this.#idle();
  }

  /** Whoever waits is told; the next request starts a new worker. */
  #died(worker: Worker, detail: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const waiting = [...this.#running];
    this.#running.clear();
    this.#idle();
    for (const [id, { reply }] of waiting) {
      reply({ id, kind: 'error', problem: { code: 'internal', params: { detail } } });
    }
  }
}

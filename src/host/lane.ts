import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import type { ReadOnlyReason } from '#contract/study.ts';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import type { StudyKey } from '#project/studyKey.ts';
import { removeUnfinishedBy } from '#project/unfinished.ts';
import { pathsIn } from './pathsIn.ts';
import { isOutOfMemory, outOfMemory, stopped } from './stopped.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './workerMessages.ts';

/** How long work that is cancelled at the end may take to undo what it began. */
const undoMs = 3000;
const megabyte = 1024 * 1024;
/** For objects and texts; columns lie outside of it. Work that takes more is ended. */
const heapMegabytes = Math.max(512, Math.min(2048, Math.floor(totalmem() / megabyte / 2)));
/**
 * Beyond this V8 may end the whole program, not only the worker. Between two looks at a worker's memory it does not
 * grow as much.
 */
const headroomMegabytes = 1024;
const lookEveryMs = 200;

interface Job {
  readonly id: string;
  readonly operation: OperationName;
  readonly input: unknown;
  readonly readOnly: ReadOnlyReason | null;
  readonly cancelFlag: SharedArrayBuffer;
  readonly reply: (reply: Reply) => void;
  cancelled: boolean;
  outOfMemory: boolean;
  /** What it did is being written: it takes its time, and is not to be stopped any more. */
  saving: boolean;
}

export interface LaneOptions extends WorkerSetup {
  readonly module: URL;
  /** How long work that is cancelled may go on before its worker is ended and another takes its place. */
  readonly patienceMs: number;
  readonly heapMegabytes?: number | undefined;
  /** Of studies that are unlocked, by their salts: those of all lanes. */
  readonly keys: Map<string, StudyKey>;
}

/**
 * One worker thread and the requests it has been given, answered in their order. The thread keeps the
 * program alive only while somebody waits for an answer.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #queue: Job[] = [];
  #running: Job | null = null;
  #worker: Worker | null = null;
  #closed = false;
  #paused = false;
  #idle: () => void = () => undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  call(asked: Pick<Job, 'id' | 'operation' | 'input' | 'readOnly' | 'reply'>): void {
    const cancelFlag = new SharedArrayBuffer(4);
    this.#queue.push({ ...asked, cancelFlag, cancelled: false, outOfMemory: false, saving: false });
    this.#next();
  }

  cancel(id: string): void {
    const waiting = this.#queue.findIndex((job) => job.id === id);
    if (waiting >= 0) {
      const [job] = this.#queue.splice(waiting, 1);
      job.reply({ id, kind: 'cancelled' });
    }
    const job = this.#running;
    if (job?.id !== id || job.cancelled) return;
    job.cancelled = true;
    Atomics.store(new Int32Array(job.cancelFlag), 0, 1);
    void this.#endIfStuck(job);
  }

  /** What is asked from now on waits; resolves once what runs has been answered. */
  async pause(): Promise<void> {
    this.#paused = true;
    const idle = new Promise<void>((resolve) => (this.#idle = resolve));
    if (this.#running) await idle;
  }

  resume(): void {
    this.#paused = false;
    this.#next();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    const idle = new Promise<void>((resolve) => (this.#idle = resolve));
    for (const { id } of [...this.#queue, ...(this.#running ? [this.#running] : [])]) this.cancel(id);
    if (this.#running) await Promise.race([idle, after(undoMs, undefined, { ref: false })]);
    const cut = this.#running;
    this.#running = null;
    this.#worker = null;
    const thread = worker?.threadId;
    await worker?.terminate();
    if (cut && thread !== undefined) this.#clearUp(cut, thread);
  }

  #next(): void {
    if (this.#running !== null || this.#closed || this.#paused) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#running = job;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const { id, operation, input, readOnly, cancelFlag } = job;
    const keys = [...this.#options.keys.values()];
    worker.postMessage({ id, operation, input, readOnly, keys, cancelFlag } satisfies ToWorker);
    void this.#watchMemory(worker, job);
  }

  #start(): Worker {
    const { module, places } = this.#options;
    const worker = new Worker(module, {
      workerData: { places } satisfies WorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: this.#heapMegabytes + headroomMegabytes },
    });
    const thread = worker.threadId;
    let failure: unknown = null;
    worker.on('message', (message: FromWorker) => this.#answered(worker, message));
    worker.on('error', (error) => (failure = error));
    worker.on('exit', () => this.#ended(worker, thread, failure));
    return worker;
  }

  get #heapMegabytes(): number {
    return this.#options.heapMegabytes ?? heapMegabytes;
  }

  async #watchMemory(worker: Worker, job: Job): Promise<void> {
    for (;;) {
      await after(lookEveryMs, undefined, { ref: false });
      if (this.#running !== job || this.#worker !== worker) return;
      const used = await usedHeap(worker);
      if (this.#running !== job || used <= this.#heapMegabytes * megabyte) continue;
      job.outOfMemory = true;
      return void (await worker.terminate());
    }
  }

  #answered(worker: Worker, message: FromWorker): void {
    const job = this.#running;
    if (this.#worker !== worker || job?.id !== message.id) return;
    if (message.kind === 'key') {
      this.#options.keys.set(message.key.salt, message.key);
      return;
    }
    if (message.kind === 'progress') {
      job.saving = message.progress.stage === 'saving';
      return job.reply(message);
    }
    this.#running = null;
    if (this.#queue.length === 0) worker.unref();
    job.reply(message);
    this.#settled();
  }

  /** A worker that does not hear, because it is in the middle of one long step, is ended. What it wrote is rolled back. */
  async #endIfStuck(job: Job): Promise<void> {
    await after(this.#options.patienceMs, undefined, { ref: false });
    while (this.#running === job && job.saving) await after(50, undefined, { ref: false });
    if (this.#running === job) await this.#worker?.terminate();
  }

  /** Whoever waits is told; the next request starts a new worker. */
  #ended(worker: Worker, thread: number, failure: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const job = this.#running;
    this.#running = null;
    if (job) {
      this.#clearUp(job, thread);
      const { id, input } = job;
      if (job.cancelled && failure === null) job.reply({ id, kind: 'cancelled' });
      else if (job.outOfMemory || isOutOfMemory(failure))
        job.reply({ id, kind: 'error', problem: outOfMemory(input) });
      else job.reply({ id, kind: 'error', problem: stopped(input, detailOf(failure)) });
    }
    this.#settled();
  }

  #settled(): void {
    this.#next();
    if (this.#running === null) this.#idle();
  }

  /** What the thread was writing has no name yet, and nobody else will remove it. */
  #clearUp({ input }: Job, thread: number): void {
    const { studies, targets } = pathsIn(input);
    const folders = [this.#options.places.studies, ...[...studies, ...targets].map((path) => dirname(path))];
    for (const folder of new Set(folders)) removeUnfinishedBy(folder, thread);
  }
}

/** Bytes, also of a worker that is in the middle of a loop; 0 of one that is no more. */
async function usedHeap(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).used_heap_size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING') return 0;
    throw error;
  }
}

function detailOf(failure: unknown): Said {
  if (failure === null) return phrase('workerEnded');
  return failure instanceof Error ? failure.message : String(failure);
}

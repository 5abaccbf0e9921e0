import { Problem } from '#engine/survey/problem.ts';
import type { Progress, Reply, Request } from './envelope.ts';
import type { Contract, Input, OperationName, Output } from './index.ts';

/** What carries requests: the preload's bridge, a socket, or a host in the same process. */
export interface Transport {
  call(request: Request): void;
  cancel(id: string): void;
  subscribe(listener: (reply: Reply) => void): () => void;
}

/** The part of `AbortSignal` that a call needs; browsers and Node both have it. */
export interface Stop {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
  /** Aborting asks the host to stop; the promise then rejects with `Cancelled`. */
  readonly signal?: Stop;
  readonly onProgress?: (progress: Progress) => void;
}

type Noun<Name extends OperationName> = Name extends `${infer N}.${string}` ? N : never;
type Verb<N extends string> = Extract<OperationName, `${N}.${string}`> extends `${N}.${infer V}` ? V : never;

/** `client.matrix.run(input, { signal, onProgress })`: one method for each entry of the contract. */
export type Client = {
  readonly [N in Noun<keyof Contract>]: {
    readonly [V in Verb<N>]: `${N}.${V}` extends infer Name extends OperationName
      ? (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>
      : never;
  };
};

const idOf = (operation: OperationName, call: number): string => `${operation}:${call}`;

/** What the call with this id asked for. */
export const operationOf = (id: string): string => id.slice(0, Math.max(id.lastIndexOf(':'), 0));

/** The caller asked for the work to stop, and it did. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** @throws `Problem` where the host answers with one, `Cancelled` after an abort. */
export function createClient(transport: Transport): Client {
  const waiting = new Map<string, Waiting>();
  let calls = 0;

  transport.subscribe((reply) => {
    const call = waiting.get(reply.id);
    if (!call) return;
    if (reply.kind === 'progress') return call.onProgress?.(reply.progress);
    waiting.delete(reply.id);
    if (reply.kind === 'result') call.resolve(reply.result);
    else if (reply.kind === 'cancelled') call.reject(new Cancelled());
    else call.reject(new Problem(reply.problem.code, reply.problem.params));
  });

  function call(operation: OperationName, input: unknown, options: CallOptions = {}): Promise<unknown> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.reject(new Cancelled());
    const id = idOf(operation, ++calls);
    const abort = (): void => transport.cancel(id);
    signal?.addEventListener('abort', abort);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      transport.call({ id, operation, input });
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  const verbs = (noun: string): object =>
    new Proxy(
      {},
      {
        get: (_, verb) => (input: unknown, options?: CallOptions) =>
          call(`${noun}.${String(verb)}` as OperationName, input, options),
      },
    );
  return new Proxy({} as Client, { get: (_, noun) => verbs(String(noun)) });
}

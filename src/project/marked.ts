import { AsyncLocalStorage } from 'node:async_hooks';

const writes = new AsyncLocalStorage<boolean>();

/** Runs an operation. `mark`: whether the contract says `writes` of it. */
export function runMarked<Result>(mark: boolean, work: () => Result): Result {
  return writes.run(mark, work);
}

/** Whether a study may be changed here: everywhere but in an operation that is not marked. */
export function isMarked(): boolean {
  return writes.getStore() !== false;
}

/** An operation that is not marked was given no claim of the study: to change it is a mistake of ours. */
export function refuseUnmarked(): void {
  if (!isMarked()) throw new Error('a study is opened for changes by what is not marked `writes`');
}

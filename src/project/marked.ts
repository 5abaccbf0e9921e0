import { AsyncLocalStorage } from 'node:async_hooks';

const writes = new AsyncLocalStorage<boolean>();

/** Runs an operation. `isMarked`: whether the contract says `writes` of it. */
export function runMarked<Result>(isMarked: boolean, work: () => Result): Result {
  return writes.run(isMarked, work);
}

/** An operation that is not marked was given no claim of the study: to change it is a mistake of ours. */
export function refuseUnmarked(): void {
  if (writes.getStore() === false)
    throw new Error('a study is opened for changes by what is not marked `writes`');
}

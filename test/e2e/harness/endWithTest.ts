import type { ChildProcess } from 'node:child_process';

/** No program outlives the tests, however they end. */
export function endWithTest(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

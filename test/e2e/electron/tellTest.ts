import type { FromApp } from './messages.ts';

export function tellTest(message: FromApp): void {
  process.send?.(message);
}

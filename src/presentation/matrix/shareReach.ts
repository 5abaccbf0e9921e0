import type { MatrixGrid } from './matrixGrid.ts';

/** One ruler for all margins: up to the next ten per cent above every interval. */
export function shareReach(...grids: readonly MatrixGrid[]): number {
  const concerns = grids.flatMap(({ rows, columns }) => [...rows, ...columns]);
  const highest = Math.max(...concerns.map(({ share }) => share.ciHigh ?? share.estimate ?? 0), 0.1);
  return Math.min(Math.ceil(highest * 10 - 1e-9) / 10, 1);
}

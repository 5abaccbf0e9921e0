const usualChunkRows = 4096;
/** Cells that a chunk may have, whatever the number of rows asked for: about 72 MB of numbers. */
const mostCells = 8 * 1024 * 1024;

/** Rows that a chunk is made for: as many as asked for, unless memory or the file has room for fewer. */
export function chunkRowsFor(asked: number | undefined, columns: number, rowsAtMost: number): number {
  const affordable = Math.floor(mostCells / Math.max(1, columns));
  return Math.max(1, Math.min(Math.floor(asked ?? usualChunkRows), affordable, rowsAtMost));
}

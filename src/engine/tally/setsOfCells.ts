/** For each cell of a table the sets, of several that may overlap, in which it is. */
export interface SetsOfCells {
  /** First entry of each cell, and the end. */
  readonly start: Uint32Array;
  readonly sets: Uint32Array;
}

/** @param sets each 1 for the cells in it. */
export function setsOfCells(sets: readonly Uint8Array[], cellCount: number): SetsOfCells {
  const start = new Uint32Array(cellCount + 1);
  for (const cells of sets) for (let cell = 0; cell < cellCount; cell++) start[cell + 1] += cells[cell];
  for (let cell = 0; cell < cellCount; cell++) start[cell + 1] += start[cell];
  const next = start.slice(0, cellCount);
  const entries = new Uint32Array(start[cellCount]);
  for (let set = 0; set < sets.length; set++) {
    const cells = sets[set];
    for (let cell = 0; cell < cellCount; cell++) if (cells[cell] === 1) entries[next[cell]++] = set;
  }
  return { start, sets: entries };
}

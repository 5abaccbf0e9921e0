import type { DocumentCell, DocumentHead, DocumentTable } from '#presentation/tableDocument.ts';

/** Header cells with the column at which each begins: a cell that goes over rows takes its place in all of them. */
export function placedHeads({
  heads,
  columnCount,
}: DocumentTable): readonly (readonly (DocumentHead & { readonly at: number })[])[] {
  const taken = heads.map(() => new Array<boolean>(columnCount).fill(false));
  return heads.map((row, level) =>
    row.map((head) => {
      const at = taken[level].indexOf(false);
      for (let below = level; below < level + head.rows; below++)
        for (let column = at; column < at + head.columns; column++) taken[below][column] = true;
      return { ...head, at };
    }),
  );
}

/** Cells with the column at which each begins. */
export function placedCells(
  cells: readonly DocumentCell[],
): readonly (DocumentCell & { readonly at: number })[] {
  let next = 0;
  return cells.map((cell) => {
    const at = next;
    next += cell.columns;
    return { ...cell, at };
  });
}

export const headText = ({ text, letter }: DocumentHead): string =>
  letter === '' ? text : `${text} ${letter}`;

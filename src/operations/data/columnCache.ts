import type { Column } from '#engine/survey/column.ts';

/** Keeps decoded columns of surveys, newest use last, within a bound of bytes. */
export class ColumnCache {
  readonly #limit: number;
  readonly #columns = new Map<string, Column>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `wanted` by name; those not kept are read by `read`, all at once, in the order it is given. */
  async columns<V extends { readonly name: string }>(
    survey: string,
    wanted: readonly V[],
    read: (missing: readonly V[]) => readonly Column[] | Promise<readonly Column[]>,
  ): Promise<ReadonlyMap<string, Column>> {
    const unique = [...new Map(wanted.map((one) => [one.name, one])).values()];
    const found = new Map<string, Column>();
    for (const { name } of unique) {
      const column = this.#take(`${survey}\0${name}`);
      if (column) found.set(name, column);
    }
    const missing = unique.filter(({ name }) => !found.has(name));
    if (missing.length > 0) {
      const columns = await read(missing);
      missing.forEach(({ name }, index) => {
        found.set(name, columns[index]);
        this.#keep(`${survey}\0${name}`, columns[index]);
      });
    }
    return found;
  }

  #take(key: string): Column | undefined {
    const column = this.#columns.get(key);
    if (column) {
      this.#columns.delete(key);
      this.#columns.set(key, column);
    }
    return column;
  }

  #keep(key: string, column: Column): void {
    this.#columns.set(key, column);
    this.#bytes += sizeOf(column);
    for (const [oldest, dropped] of this.#columns) {
      if (this.#bytes <= this.#limit) return;
      this.#columns.delete(oldest);
      this.#bytes -= sizeOf(dropped);
    }
  }
}

function sizeOf(column: Column): number {
  if (column.kind === 'numeric') return column.values.byteLength + (column.reasons?.byteLength ?? 0);
  return column.codes.byteLength + column.dictionary.reduce((sum, text) => sum + 2 * text.length, 0);
}

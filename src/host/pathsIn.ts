export interface Paths {
  readonly file: string | null;
  readonly study: string | null;
  /** The form or codebook beside the file. */
  readonly companion: string | null;
  /** The file to be written. */
  readonly to: string | null;
}

/**
 * The paths that an input asks to open: `file`, `study` and `to`, in the input itself or in its `source`, and
 * the `companion` of its `reading`.
 */
export function pathsIn(input: unknown): Paths {
  const own = [input, fieldOf(input, 'source')];
  const places = [...own, ...own.map((place) => fieldOf(place, 'reading'))];
  const first = (name: string): string | null => {
    for (const place of places) {
      const value = fieldOf(place, name);
      if (typeof value === 'string') return value;
    }
    return null;
  };
  return { file: first('file'), study: first('study'), companion: first('companion'), to: first('to') };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

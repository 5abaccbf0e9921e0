/** The paths that an input asks to open: `file` and `study`, in the input itself or in its `source`. */
export function pathsIn(input: unknown): { readonly file: string | null; readonly study: string | null } {
  const places = [input, fieldOf(input, 'source')];
  const first = (name: string): string | null => {
    for (const place of places) {
      const value = fieldOf(place, name);
      if (typeof value === 'string') return value;
    }
    return null;
  };
  return { file: first('file'), study: first('study') };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

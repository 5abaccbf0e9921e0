export interface Paths {
  /** Survey files, and the forms or codebooks beside them. */
  readonly files: readonly string[];
  readonly studies: readonly string[];
  /** Files to be written. */
  readonly targets: readonly string[];
}

/** The fields of the contract that hold paths, wherever in an input they stand. `contract` has no others: see the test. */
export const pathFields: Readonly<Record<string, keyof Paths>> = {
  file: 'files',
  files: 'files',
  companion: 'files',
  companions: 'files',
  sibling: 'files',
  siblings: 'files',
  study: 'studies',
  to: 'targets',
};

/** All paths that an input, as the contract has parsed it, asks to open or to write. */
export function pathsIn(input: unknown): Paths {
  const paths = { files: new Set<string>(), studies: new Set<string>(), targets: new Set<string>() };
  const visit = (value: unknown, kind: keyof Paths | undefined): void => {
    if (typeof value === 'string') {
      if (kind !== undefined) paths[kind].add(value);
    } else if (Array.isArray(value)) {
      for (const one of value) visit(one, kind);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, field] of Object.entries(value)) {
        visit(field, Object.hasOwn(pathFields, name) ? pathFields[name] : undefined);
      }
    }
  };
  visit(input, undefined);
  return { files: [...paths.files], studies: [...paths.studies], targets: [...paths.targets] };
}

import { matchesText } from './matchText.ts';

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Variables whose name or label matches: the one of that very name first, then names that begin so. */
export function findVariables<Of extends Named>(query: string, variables: readonly Of[]): readonly Of[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (!wanted) return variables;
  const place = ({ name }: Of): number => {
    const lower = name.toLocaleLowerCase();
    return lower === wanted ? 0 : lower.startsWith(wanted) ? 1 : 2;
  };
  return variables
    .filter(({ name, label }) => matchesText(query, name, label))
    .toSorted((a, b) => place(a) - place(b));
}

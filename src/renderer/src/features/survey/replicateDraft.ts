import type { ReplicateRoles, ReplicateType } from '#contract/design.ts';

/** Replicate weights as they stand in the fields. */
export interface ReplicateDraft {
  columns: string;
  type: ReplicateType | '';
  rho: string;
  scale: string;
  rscales: string;
}

const nothing: Readonly<ReplicateDraft> = { columns: '', type: '', rho: '', scale: '', rscales: '' };

export const usesScales = (type: ReplicateDraft['type']): boolean => type === 'JKn' || type === 'other';

/** As the fields show what is kept. `names`: the survey's variables in the order of the file. */
export function draftOfReplicates(
  kept: ReplicateRoles | null | undefined,
  names: readonly string[],
): ReplicateDraft {
  if (!kept) return { ...nothing };
  const { variables, type, rho, scale, rscales } = kept;
  const all = rscales?.every((one) => one === rscales[0]) ? rscales.slice(0, 1) : rscales;
  return {
    columns: inShort(variables, names),
    type,
    rho: rho === undefined ? '' : String(rho),
    scale: scale === undefined ? '' : String(scale),
    rscales: all?.join(', ') ?? '',
  };
}

/** Columns that stand together by the first and the last of them. */
export function inShort(variables: readonly string[], names: readonly string[]): string {
  const start = names.indexOf(variables[0]);
  const together =
    variables.length > 2 && start >= 0 && variables.every((name, index) => names[start + index] === name);
  return together ? `${variables[0]}-${variables[variables.length - 1]}` : variables.join(', ');
}

/** What the fields ask for; a text that is no number is given back as such. `null`: something is not filled in. */
export function replicatesOfDraft(
  { columns, type, rho, scale, rscales }: ReplicateDraft,
  kept: ReplicateRoles | null | undefined,
): { readonly replicates: ReplicateRoles } | { readonly notANumber: string } | null {
  const variables = columns
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (variables.length === 0 || type === '') return null;
  const numbers = [
    ...(type === 'Fay' ? [rho] : []),
    ...(type === 'other' ? [scale] : []),
    ...(usesScales(type) ? rscales.split(/[\s,;]+/) : []),
  ].filter((text) => text.trim() !== '');
  const wrong = numbers.find((text) => !Number.isFinite(Number(text)));
  if (wrong !== undefined) return { notANumber: wrong };
  const factors = rscales.split(/[\s,;]+/).filter((text) => text !== '');
  const { combined, centre, df } = kept ?? {};
  return {
    replicates: {
      type,
      variables,
      ...(type === 'Fay' && rho.trim() !== '' ? { rho: Number(rho) } : {}),
      ...(type === 'other' && scale.trim() !== '' ? { scale: Number(scale) } : {}),
      ...(usesScales(type) && factors.length > 0 ? { rscales: factors.map(Number) } : {}),
      ...(combined === undefined ? {} : { combined }),
      ...(centre === undefined ? {} : { centre }),
      ...(df === undefined ? {} : { df }),
    },
  };
}

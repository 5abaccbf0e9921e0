import type { Attribute } from '#engine/survey/variable.ts';
import type { LikelyRole } from './likelyRoles.ts';

/** What Stata's `svyset` writes into the characteristics of a file, the newer name first. */
const characteristics: readonly (readonly [LikelyRole['role'], readonly string[]])[] = [
  ['weight', ['_svy_wvar', '_svy_wexp', 'pweight']],
  ['strata', ['_svy_strata1', 'svy_strata']],
  ['psu', ['_svy_su1', 'svy_psu']],
];

/** Variables to which the file itself gives a role: its declared weight, and the design that Stata was told. */
export function declaredRoles(
  declaredWeight: string | null,
  attributes: readonly Attribute[],
): Map<LikelyRole['role'], string> {
  const roles = new Map<LikelyRole['role'], string>();
  if (declaredWeight !== null) roles.set('weight', declaredWeight);
  for (const [role, names] of characteristics) {
    const said = names
      .map((name) => attributes.find((one) => one.name === name)?.values[0])
      .find((text) => text !== undefined && text.trim() !== '');
    // A weight may be an expression: `= wt`.
    if (said !== undefined && !roles.has(role)) roles.set(role, said.replace(/^\s*=\s*/, '').trim());
  }
  return roles;
}

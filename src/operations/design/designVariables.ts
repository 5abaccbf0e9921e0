import type { Role } from '#contract/surveyChanges.ts';
import type { StoredRoles } from '#project/surveys.ts';

/** Roles of one variable each. */
export const singleRoles = ['weight', 'strata', 'psu', 'fpc', 'area'] as const;

/** Every variable that the roles name, with what it is for. */
export function designVariables(roles: StoredRoles): { readonly role: Role; readonly variable: string }[] {
  const { secondStage, replicates, margins = [] } = roles;
  const found: { readonly role: Role; readonly variable: string | null }[] = [
    ...singleRoles.map((role) => ({ role, variable: roles[role] })),
    ...(secondStage
      ? [
          { role: 'secondStage' as const, variable: secondStage.ids },
          { role: 'secondFpc' as const, variable: secondStage.fpc },
        ]
      : []),
    ...(replicates?.variables ?? []).map((variable) => ({ role: 'replicates' as const, variable })),
    ...margins.map(({ variable }) => ({ role: 'margins' as const, variable })),
  ];
  return found.flatMap(({ role, variable }) => (variable === null ? [] : [{ role, variable }]));
}

/** The roles with each variable by the name that it has elsewhere. */
export function renameDesign(roles: StoredRoles, called: (name: string, role: Role) => string): StoredRoles {
  const { weight, strata, psu, fpc, area, lonelyPsu, secondStage, replicates, margins } = roles;
  const other = (name: string | null, role: Role): string | null =>
    name === null ? null : called(name, role);
  return {
    weight: other(weight, 'weight'),
    strata: other(strata, 'strata'),
    psu: other(psu, 'psu'),
    fpc: other(fpc, 'fpc'),
    area: other(area, 'area'),
    lonelyPsu,
    ...(secondStage && {
      secondStage: {
        ids: called(secondStage.ids, 'secondStage'),
        fpc: other(secondStage.fpc, 'secondFpc'),
      },
    }),
    ...(replicates && {
      replicates: {
        ...replicates,
        variables: replicates.variables.map((name) => called(name, 'replicates')),
      },
    }),
    ...(margins && {
      margins: margins.map((one) => ({ ...one, variable: called(one.variable, 'margins') })),
    }),
  };
}

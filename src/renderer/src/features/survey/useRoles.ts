import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyRoles } from '#contract/study.ts';
import { useStudyStore } from '../../stores/study.ts';
import { toProblem } from '../../toProblem.ts';

export const roleFields = ['weight', 'strata', 'psu', 'area'] as const;
export type RoleField =
  (typeof roleFields)[number] | 'lonelyPsu' | 'fpc' | 'secondStage' | 'replicates' | 'margins' | 'other';

/** Fields of “More about the design”. */
export const moreFields = ['fpc', 'secondStage', 'replicates', 'margins'] as const;

const ofSecondStage = [
  'design.ssuMissing',
  'design.secondStageWithoutFirst',
  'design.secondFpcWithoutFirst',
  'design.fpcVariesWithinPsu',
];

/** Which field a design problem is shown beside. */
export function fieldOf({ code, params }: ProblemMessage, roles: SurveyRoles): RoleField {
  const { variable } = params;
  const { secondStage, replicates, margins = [] } = roles;
  if (code.startsWith('design.weight')) return 'weight';
  if (code.startsWith('design.strata')) return 'strata';
  if (code.startsWith('design.psu')) return 'psu';
  if (code.startsWith('design.replicate')) return 'replicates';
  if (code.startsWith('calibration.')) return 'margins';
  if (code === 'design.lonelyPsu' || code === 'design.lonelySsu') return 'lonelyPsu';
  if (ofSecondStage.includes(code)) return 'secondStage';
  const single = [...roleFields, 'fpc' as const].find(
    (role) => roles[role] !== null && roles[role] === variable,
  );
  if (single) return single;
  if (typeof variable !== 'string') return 'other';
  if (secondStage && [secondStage.ids, secondStage.fpc].includes(variable)) return 'secondStage';
  if (replicates?.variables.includes(variable)) return 'replicates';
  return margins.some((one) => one.variable === variable) ? 'margins' : 'other';
}

/** The roles of the survey. What the user chose stays in its field while it is refused. */
export function useRoles(): {
  readonly roles: ComputedRef<SurveyRoles | null>;
  readonly set: (change: Partial<SurveyRoles>) => Promise<void>;
  readonly problemAt: (field: RoleField) => ProblemMessage | null;
  readonly saving: Ref<boolean>;
  /** What the last change here was refused with. */
  readonly refused: Readonly<Ref<ProblemMessage | null>>;
} {
  const study = useStudyStore();
  const wanted = shallowRef<SurveyRoles | null>(null);
  const refused = shallowRef<ProblemMessage | null>(null);
  const saving = ref(false);

  const roles = computed(() => wanted.value ?? study.survey?.roles ?? null);
  const problem = computed(() => {
    if (refused.value) return refused.value;
    const design = study.survey?.design;
    return design && 'problem' in design ? design.problem : null;
  });

  async function set(change: Partial<SurveyRoles>): Promise<void> {
    if (!roles.value) return;
    const mine = { ...roles.value, ...change };
    wanted.value = mine;
    refused.value = null;
    saving.value = true;
    try {
      await study.setRoles(mine);
      if (wanted.value === mine) wanted.value = null;
    } catch (error) {
      if (wanted.value === mine) refused.value = toProblem(error);
    } finally {
      saving.value = false;
    }
  }

  const problemAt = (field: RoleField): ProblemMessage | null =>
    problem.value && roles.value && fieldOf(problem.value, roles.value) === field ? problem.value : null;

  return { roles, set, problemAt, saving, refused };
}

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { ConcernDefinition } from '#contract/concern.ts';
import { firstDefinitions, type DefinitionOf } from '#presentation/analysis/firstDefinitions.ts';
import { asked } from '../../helpers/asked.ts';
import { readExpected, type Expected } from '../readCase.ts';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));

export interface StudyOfTest {
  readonly study: string;
  readonly concerns: readonly ConcernDefinition[];
}

/** A teaching survey, with few concerns of each freedom: scripts take all pairs of them. */
export async function teaching(
  sample: 'benin' | 'bangladesh',
  folder: string,
  each: number,
): Promise<StudyOfTest> {
  const { study } = await asked('study.openSample', { sample }, { places: { studies: folder, samples } });
  const { concerns } = await asked('concern.list', { study, survey: null });
  const few = (['fear', 'want', 'dignity'] as const).flatMap((freedom) =>
    concerns.filter((one) => one.freedom === freedom).slice(0, each),
  );
  const chosen = few.map(({ variable, freedom, dimensions, concernedWhen }) => ({
    variable,
    freedom,
    dimensions,
    concernedWhen,
  }));
  await asked('concern.save', { study, survey: null, concerns: chosen });
  return { study, concerns: chosen };
}

/** A case of the reference as a study: its design, `fear…` and `want…` as concerns, `row` and `column`. */
export async function caseStudy(name: string, folder: string): Promise<StudyOfTest> {
  const { roles } = readExpected<Expected>(name);
  const file = fileURLToPath(new URL(`../cases/${name}/data.csv`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const study = join(folder, 'Case.lfstudy');
  await asked('survey.import', { file, study, name: 'case', ...(existsSync(study) && { name: 'again' }) });
  const { replicates, margins, ssu, fpc2 } = roles;
  await asked('survey.setRoles', {
    study,
    survey: null,
    roles: {
      weight: roles.weight ?? null,
      strata: roles.strata ?? null,
      psu: roles.psu ?? null,
      fpc: roles.fpc ?? null,
      area: null,
      lonelyPsu: roles.lonelyPsu,
      secondStage: ssu === undefined ? null : { ids: ssu, fpc: fpc2 ?? null },
      replicates: replicates
        ? {
            ...replicates,
            rscales: replicates.rscales && [...replicates.rscales],
            variables: ['rep*'],
          }
        : null,
      margins: (margins ?? []).map(({ variable, targets }) => ({
        variable,
        totals: Object.entries(targets).map(([value, total]) => ({ value, total })),
      })),
    },
  });
  const { variables } = await asked('variable.list', { study, survey: null });
  const concerns = variables
    .flatMap(({ name }) => (/^(fear|want)\d$/.test(name) ? [name] : []))
    .map((variable) => ({
      variable,
      freedom: variable.startsWith('fear') ? ('fear' as const) : ('want' as const),
      dimensions: [],
      concernedWhen: [1],
    }));
  await asked('concern.save', { study, survey: null, concerns });
  return { study, concerns };
}

export const matrixWith = (more: Partial<DefinitionOf<'matrix'>>): AnalysisDefinition => ({
  ...firstDefinitions.matrix,
  ...more,
});
export const freedomsWith = (more: Partial<DefinitionOf<'freedoms'>>): AnalysisDefinition => ({
  ...firstDefinitions.freedoms,
  ...more,
});
export const tableWith = (more: Partial<DefinitionOf<'tables'>>): AnalysisDefinition => ({
  ...firstDefinitions.tables,
  ...more,
});
export const prioritiesWith = (more: Partial<DefinitionOf<'priorities'>>): AnalysisDefinition => ({
  ...firstDefinitions.priorities,
  ...more,
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { out } from '../../test/e2e/harness/built.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { bigFile } from '../bigFile.ts';
import { bigSurvey } from '../bigSurvey.ts';

/** The made-up survey as a study in `studies`, with its design and 20 concerns of fear and of want. Gives its path. */
export async function bigStudy(studies: string): Promise<string> {
  const file = await bigFile('sav');
  const host = createHost({
    places: { studies, samples: studies },
    files: 'any',
    worker: pathToFileURL(join(out, 'main', 'worker.js')),
  });
  try {
    const client = clientOf(host);
    const { study, survey } = await client.survey.import({
      file,
      study: null,
      name: 'Made up for measuring',
    });
    const which = { study: study.study, survey };
    const roles = {
      weight: 'weight',
      strata: 'stratum',
      psu: 'psu',
      fpc: null,
      area: null,
      lonelyPsu: 'fail',
    } as const;
    await client.survey.setRoles({ ...which, roles });
    const concerns = (['fear', 'want'] as const).flatMap((freedom) =>
      Array.from({ length: bigSurvey.items }, (_, item) => ({
        variable: `${freedom === 'fear' ? 'F' : 'W'}${item + 1}`,
        freedom,
        dimensions: [],
        concernedWhen: [3, 4],
      })),
    );
    await client.concern.save({ ...which, concerns });
    return study.study;
  } catch (error) {
    rmSync(studies, { recursive: true, force: true });
    throw error;
  } finally {
    await host.close();
  }
}

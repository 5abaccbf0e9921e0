import { join } from 'node:path';
import type { Places } from '#host/host.ts';
import { settingsFile } from './settingsFile.ts';

/** `LARGER_FREEDOM_STUDIES` keeps the studies of a test or a workshop apart, and the settings with them. */
export function studyPlaces(documents: string, program: string): Places {
  const apart = process.env.LARGER_FREEDOM_STUDIES;
  return {
    studies: apart ?? join(documents, 'Larger Freedom'),
    samples: join(program, 'samples'),
    settings: apart === undefined ? settingsFile() : join(apart, '.settings.json'),
  };
}

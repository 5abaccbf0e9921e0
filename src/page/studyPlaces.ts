import { join } from 'node:path';
import type { Places } from '#host/host.ts';

/** `LARGER_FREEDOM_STUDIES` keeps the studies of a test or a workshop apart. */
export function studyPlaces(documents: string, program: string): Places {
  return {
    studies: process.env.LARGER_FREEDOM_STUDIES ?? join(documents, 'Larger Freedom'),
    samples: join(program, 'samples'),
  };
}

import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { powerCuts, recordWork } from './powerCuts.ts';
import { canRecord } from './recordWrites.ts';

// A few of what `npm run kill -- --power` does at many places.
test.skipIf(!canRecord())(
  'a power cut leaves each study as it was said to be, or the next step, and where syncs are passed over that shows',
  () => {
    const folder = temporaryFolder();
    const work = recordWork(folder);
    const { done, cuts, faults } = powerCuts(folder, work, 18, 1);
    expect({ done, cuts, faults }).toEqual({ done: 16, cuts: 18, faults: [] });
    const careless = powerCuts(folder, work, 4, 1, (path) => path.endsWith('.lfstudy'));
    expect(careless.faults.length).toBeGreaterThan(0);
  },
  60_000,
);

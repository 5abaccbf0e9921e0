import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { powerCuts, recordWork } from './powerCuts.ts';
import { canRecord } from './recordWrites.ts';

// A few of what `npm run kill -- --power` does at many places.
test.skipIf(!canRecord())(
  'a power cut or a kill leaves each study as it was said to be, or the next step, and where syncs are passed over that shows',
  () => {
    const folder = temporaryFolder();
    const work = recordWork(folder);
    const { done, cuts, faults } = powerCuts(folder, work, 12, 1);
    expect({ done, cuts, faults }).toEqual({ done: 16, cuts: 12, faults: [] });
    expect(powerCuts(folder, work, 12, 1, { cut: 'kill' }).faults).toEqual([]);
    const careless = powerCuts(folder, work, 4, 1, { unsynced: (path) => path.endsWith('.lfstudy') });
    expect(careless.faults.length).toBeGreaterThan(0);
  },
  120_000,
);

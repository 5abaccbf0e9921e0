import type { Sample } from './drawSample.ts';
import type { HouseholdType } from './householdTypes.ts';
import { Random } from './random.ts';

/** What a household's type says about it besides its answers. One entry a household in each array. */
export interface Background {
  readonly age: Int16Array;
  /** 1 none to 5 higher. */
  readonly education: Uint8Array;
  readonly householdSize: Uint8Array;
  /** 1 poor, 2 middling, 3 better off, as an interviewer would judge: right eight times in ten. */
  readonly judgedWealth: Uint8Array;
  /** Index into `occupations`, drawn with the weights that `occupationWeights` gives. */
  readonly occupation: Uint8Array;
}

export function drawBackground(
  sample: Sample,
  seed: number,
  isUrban: (row: number) => boolean,
  occupationWeights: (type: HouseholdType, urban: boolean) => readonly number[],
): Background {
  const random = new Random(seed, 5);
  const { rowCount, type } = sample;
  const background = {
    age: new Int16Array(rowCount),
    education: new Uint8Array(rowCount),
    householdSize: new Uint8Array(rowCount),
    judgedWealth: new Uint8Array(rowCount),
    occupation: new Uint8Array(rowCount),
  };
  for (let row = 0; row < rowCount; row++) {
    const { wealth, woman } = type[row];
    const step = { poor: 0, middling: 1, betterOff: 2 }[wealth];
    const schooling = step - (woman ? 0.7 : 0) + (isUrban(row) ? 0.8 : 0) + 1.2 * random.normal();
    background.age[row] = Math.min(93, 18 + Math.floor(-17 * Math.log(1 - random.uniform())));
    background.education[row] = 1 + [0.7, 1.6, 2.6, 3.7].filter((threshold) => schooling > threshold).length;
    background.householdSize[row] =
      1 + Math.floor((6.5 - step) * (0.2 + random.uniform()) + 0.6 * Math.abs(random.normal()));
    background.judgedWealth[row] = 1 + (random.uniform() < 0.8 ? step : random.integer(0, 2));
    background.occupation[row] = random.index(occupationWeights(type[row], isUrban(row)));
  }
  return background;
}

import type { Variable } from '#engine/survey/variable.ts';
import { secondsOfDay } from '#formats/spssTime.ts';

/** Where equal bands begin, how wide each is and how many they are. */
export interface BandLayout {
  readonly low: number;
  readonly width: number;
  readonly count: number;
}

/** Minutes and hours that divide a day. */
const clockSteps = [60, 300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, secondsOfDay];

/**
 * Bands for the dates or times between `low` and `high` that begin where people would let them begin: whole days
 * (or weeks, months, … as the variable counts), or for times of a day minutes, hours and days.
 */
export function timeBands(
  { type, timeScale }: Variable,
  low: number,
  high: number,
  most: number,
): BandLayout {
  const second = timeScale?.unit === 'millisecond' ? 1000 : 1;
  if (type === 'date') {
    const one = timeScale === undefined ? secondsOfDay : timeScale.unit === 'millisecond' ? 86_400_000 : 1;
    const first = Math.floor(low / one);
    const days = Math.floor(high / one) - first + 1;
    const width = Math.ceil(days / most);
    return { low: first * one, width: width * one, count: Math.ceil(days / width) };
  }
  const needed = (high - low) / second / (most - 1);
  const step = clockSteps.find((one) => one >= needed) ?? Math.ceil(needed / secondsOfDay) * secondsOfDay;
  const width = step * second;
  const first = Math.floor(low / width);
  return { low: first * width, width, count: Math.floor(high / width) - first + 1 };
}

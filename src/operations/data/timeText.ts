import type { Variable } from '#engine/survey/variable.ts';
import { isoTime, toSpssTime } from '#formats/spssTime.ts';

/**
 * What makes text of a value of this variable, or `null` where it is no date or time: `2010-08-01`,
 * `2010-08-01T14:30:00`, `14:30:00`; of Stata's weeks, months, quarters and half-years `2010-W31`, `2010-08`,
 * `2010-Q3`, `2010-H2`.
 */
export function timeText(variable: Variable): ((value: number) => string) | null {
  const { type, timeScale } = variable;
  if (type === 'numeric' || type === 'text') return null;
  const part = (perYear: number, write: (number: number) => string) => (value: number) => {
    const year = Math.floor(value / perYear);
    return `${1960 + year}-${write(Math.floor(value - year * perYear) + 1)}`;
  };
  const two = (number: number): string => String(number).padStart(2, '0');
  switch (timeScale?.unit) {
    case 'week':
      return part(52, (week) => `W${two(week)}`);
    case 'month':
      return part(12, two);
    case 'quarter':
      return part(4, (quarter) => `Q${quarter}`);
    case 'halfYear':
      return part(2, (half) => `H${half}`);
  }
  const toSeconds = toSpssTime(variable) ?? ((value: number) => value);
  return (value) => isoTime(toSeconds(value), type);
}

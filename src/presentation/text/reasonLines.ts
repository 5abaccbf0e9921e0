import type { Reason } from '#contract/estimate.ts';
import type { Translate } from './translator.ts';

/** Why figures are not there, each once; `marked`: with the numbers that stand at the figures. */
export function reasonLines(reasons: readonly Reason[], marked: boolean, t: Translate): readonly string[] {
  return reasons.map((reason, index) =>
    marked ? `${reasonMark(index)} ${t(`reason.${reason}`)}` : t(`reason.${reason}`),
  );
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark of the reason in this place, raised: ¹, ², … */
export function reasonMark(index: number): string {
  return [...String(index + 1)].map((digit) => superscripts[Number(digit)]).join('');
}

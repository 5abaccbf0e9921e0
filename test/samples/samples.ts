import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SampleName } from '../../samples/generate.ts';
import type { Truth } from '../../samples/truth.ts';

export const sampleFolder = fileURLToPath(new URL('../../samples/', import.meta.url));

/** What `survey.R` recorded. */
interface SurveyAnswers {
  readonly sha256: string;
  readonly rows: number;
  readonly strata: number;
  readonly psus: number;
  readonly df: number;
  readonly concerns: readonly {
    readonly variable: string;
    readonly n: number;
    readonly naive: { readonly share: number; readonly ciLow: number; readonly ciHigh: number };
    readonly design: {
      readonly share: number;
      readonly se: number;
      readonly deff: number;
      readonly ciLow: number;
      readonly ciHigh: number;
    };
  }[];
  readonly pairs: readonly {
    readonly fear: string;
    readonly want: string;
    readonly naiveP: number;
    readonly designP: number;
    readonly oddsRatio: number;
  }[];
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export function surveyAnswers(name: SampleName): SurveyAnswers {
  return json(fileURLToPath(new URL(`${name}.survey.json`, import.meta.url))) as SurveyAnswers;
}

export function populationValues(name: SampleName): Truth {
  return json(`${sampleFolder}${name}.population.json`) as Truth;
}

export function studyFile(name: SampleName): unknown {
  return json(`${sampleFolder}${name}.study.json`);
}

/** The element for which `matches` holds, which must be there. */
export function find<Element>(list: readonly Element[], matches: (element: Element) => boolean): Element {
  const found = list.find(matches);
  if (found === undefined) throw new Error('nothing found');
  return found;
}

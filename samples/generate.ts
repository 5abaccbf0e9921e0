import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSav, type SavSurvey } from '#formats/sav/savWriter.ts';
import { bangla } from './bangladesh/bangla.ts';
import { bangladesh } from './bangladesh/country.ts';
import { bangladeshStudy } from './bangladesh/study.ts';
import { bangladeshSurvey } from './bangladesh/survey.ts';
import { benin } from './benin/country.ts';
import { beninStudy } from './benin/study.ts';
import { beninSurvey } from './benin/survey.ts';
import type { Country } from './country.ts';
import { drawSample, type Sample } from './drawSample.ts';
import { makePopulation } from './population.ts';
import { truthOf } from './truth.ts';

interface Recipe {
  readonly country: Country;
  readonly survey: (sample: Sample) => SavSurvey;
  readonly study: object;
  /** Labels in a second language, by the ending of the file that carries them. */
  readonly translations: Readonly<Record<string, object>>;
}

const recipes = {
  bangladesh: {
    country: bangladesh,
    survey: bangladeshSurvey,
    study: bangladeshStudy,
    translations: { bn: bangla },
  },
  benin: { country: benin, survey: beninSurvey, study: beninStudy, translations: {} },
} satisfies Record<string, Recipe>;

export type SampleName = keyof typeof recipes;

/** Makes a teaching survey in `folder`: the `.sav`, its study, its population values. The same bytes every time. */
export function generateSample(name: SampleName, folder: string): void {
  const { country, survey, study, translations }: Recipe = recipes[name];
  const population = makePopulation(country);
  const file = join(folder, `${name}.sav`);
  rmSync(file, { force: true });
  const losses = writeSav(file, survey(drawSample(population)));
  if (losses.length > 0) throw new Error(`${name}.sav has no room for ${JSON.stringify(losses)}`);
  writeJson(join(folder, `${name}.study.json`), study);
  writeJson(join(folder, `${name}.population.json`), { madeUp: true, ...truthOf(population) });
  for (const [language, words] of Object.entries(translations)) {
    writeJson(join(folder, `${name}.${language}.json`), words);
  }
}

function writeJson(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  generateSample('bangladesh', import.meta.dirname);
  generateSample('benin', import.meta.dirname);
}

import type { z } from 'zod';
import { analysis } from './analysis.ts';
import { comparisonOfShares } from './comparison.ts';
import { concern } from './concern.ts';
import { crosstab } from './crosstab.ts';
import { derived } from './derived.ts';
import { describe } from './describe.ts';
import { expression } from './expression.ts';
import { exporting } from './export.ts';
import { file } from './file.ts';
import { freedoms } from './freedoms.ts';
import { history } from './history.ts';
import { matrix } from './matrix.ts';
import { mean } from './mean.ts';
import { publication } from './publication.ts';
import { ranking } from './ranking.ts';
import { responseSet } from './responseSet.ts';
import { settings } from './settings.ts';
import { study } from './study.ts';
import { survey } from './survey.ts';
import { table } from './table.ts';
import { variable } from './variable.ts';

/** Everything that the app can be asked, by the window, the browser and the terminal alike. */
export const contract = {
  ...study,
  ...file,
  ...survey,
  ...variable,
  ...derived,
  ...responseSet,
  ...expression,
  ...describe,
  ...concern,
  ...crosstab,
  ...matrix,
  ...freedoms,
  ...ranking,
  ...comparisonOfShares,
  ...mean,
  ...table,
  ...analysis,
  ...history,
  ...exporting,
  ...publication,
  ...settings,
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a caller writes: options with defaults may be left out. */
export type Input<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** What an operation receives, after parsing. */
export type ParsedInput<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>;

import type { OperationName } from '#contract/index.ts';
import { analysis } from './keptAnalyses.ts';
import { comparison } from './comparison.ts';
import { concern } from './concern.ts';
import type { Handler } from './context.ts';
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

/** The answer to each entry of the contract; a missing one does not compile. */
export const operations = {
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
  ...comparison,
  ...mean,
  ...table,
  ...analysis,
  ...history,
  ...exporting,
  ...publication,
  ...settings,
} satisfies { readonly [Name in OperationName]: Handler<Name> };

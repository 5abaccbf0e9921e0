import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { contract, type Input, type OperationName, type ParsedInput } from '#contract/index.ts';
import type { SurveyReference } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { AnsweredAnalysis, AnsweredSurvey } from '#presentation/analysis/answered.ts';
import {
  concernQuestion,
  freedomsQuestion,
  matrixQuestion,
  pairQuestion,
  rankingQuestion,
} from '#presentation/analysis/questions.ts';
import { questionOf } from '#presentation/tables/tableDefinition.ts';
import { concernsOf } from '#project/concerns.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf } from '#project/surveys.ts';
import { definitionOf } from '../concern.ts';
import { freedoms } from '../freedoms.ts';
import { matrix } from '../matrix.ts';
import { ranking } from '../ranking.ts';
import { studyVariables } from '../data/studyVariables.ts';
import { table } from '../table.ts';
import type { OperationContext } from '../context.ts';

/**
 * Asks all that a definition asks, of the same operations that answer the window.
 *
 * @throws Problem publication.nothing where it asks nothing yet, and whatever those operations throw
 */
export async function answerAnalysis(
  definition: AnalysisDefinition,
  reference: SurveyReference,
  context: OperationContext,
): Promise<AnsweredAnalysis> {
  const survey = answeredSurvey(reference);
  const { concerns } = survey;
  switch (definition.room) {
    case 'matrix': {
      const question = asked('matrix.run', matrixQuestion(definition, concerns, reference));
      const { source, fear, want, where } = question;
      const pair = pairQuestion(definition, concerns, reference);
      return {
        survey,
        room: 'matrix',
        definition,
        result: await matrix['matrix.run'](question, context),
        independence: await matrix['matrix.independence']({ source, fear, want, where }, context),
        pair: pair && (await matrix['matrix.pair'](asked('matrix.pair', pair), context)),
      };
    }
    case 'freedoms': {
      const question = asked('freedoms.run', freedomsQuestion(definition, concerns, reference));
      return {
        survey,
        room: 'freedoms',
        definition,
        result: await freedoms['freedoms.run'](question, context),
      };
    }
    case 'tables': {
      const question = asked('table.run', questionOf(definition, reference));
      return { survey, room: 'tables', definition, result: await table['table.run'](question, context) };
    }
    case 'priorities': {
      const question = asked('ranking.run', rankingQuestion(definition, concerns, reference));
      const byGroup = concernQuestion(definition, concerns, reference);
      return {
        survey,
        room: 'priorities',
        definition,
        result: await ranking['ranking.run'](question, context),
        concern: byGroup && (await ranking['ranking.run'](asked('ranking.run', byGroup), context)),
      };
    }
  }
}

/** As the contract parses it: with its defaults. */
function asked<Name extends OperationName>(name: Name, question: Input<Name> | null): ParsedInput<Name> {
  if (question === null) throw new Problem('publication.nothing');
  return contract[name].input.parse(question) as ParsedInput<Name>;
}

function answeredSurvey({ study: path, survey: which }: SurveyReference): AnsweredSurvey {
  const study = readStudy(path);
  try {
    const stored = surveyOf(study, which);
    const { all } = studyVariables(study, stored);
    const variables = new Map(all.map((variable) => [variable.name, variable]));
    const concerns = concernsOf(study, stored.id)
      .filter(({ variable }) => variables.has(variable))
      .map(definitionOf);
    return {
      name: stored.name,
      file: stored.fileLabel || stored.fileName,
      madeUp: stored.madeUp,
      rows: stored.rowCount,
      concerns,
      answers: new Map(concerns.map(({ variable }) => [variable, variables.get(variable)!.valueLabels])),
    };
  } finally {
    study.close();
  }
}

import type { Variable } from '#engine/survey/variable.ts';
import { ByteSink } from '../byteSink.ts';
import { profileSurvey } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { languageLoss } from '../languageLoss.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { CaseWriter } from './savWriterCases.ts';
import { writeDictionary } from './savWriterDictionary.ts';
import { layOut } from './savWriterLayout.ts';
import { possibleNames } from './savWriterNames.ts';
import { ZlibCaseSink } from './zlibCaseSink.ts';

/**
 * Writes a survey as an SPSS system file, in two passes over its chunks: `bytes` is `.sav`, `zlib` is `.zsav`.
 * What the layout is, and what is lost, see `writeSav`; names that SPSS does not accept are changed, and what
 * they were stands in the attribute `originalName` and, where there was none, in the label.
 */
export async function writeSavFile(
  path: string,
  survey: SurveyOutput,
  compression: 'bytes' | 'zlib',
): Promise<readonly Loss[]> {
  const names = possibleNames(survey.variables.map(({ name }) => name));
  const renamed = new Map<string, string>();
  const losses: Loss[] = languageLoss(survey);
  const variables: Variable[] = survey.variables.map((variable, index) => {
    const name = names[index];
    if (name === variable.name) return variable;
    renamed.set(name, variable.name);
    losses.push({ variable: variable.name, kind: 'name', count: 1, becomes: name });
    return { ...variable, name, label: variable.label === '' ? variable.name : variable.label };
  });
  const nameOf = (name: string): string =>
    names[survey.variables.findIndex((one) => one.name === name)] ?? name;
  const dictionary = {
    ...survey,
    variables,
    weight: survey.weight === null ? null : nameOf(survey.weight),
    multipleResponseSets: survey.multipleResponseSets.map((set) => ({
      ...set,
      variables: set.variables.map(nameOf),
    })),
    widths: {},
    originalNames: renamed,
    profiles: await profileSurvey(survey),
  };
  const layout = layOut(dictionary);
  const sink = new ByteSink(path);
  try {
    writeDictionary(sink, dictionary, layout, compression);
    const zlib = compression === 'zlib' ? new ZlibCaseSink(sink) : null;
    const cases = new CaseWriter(zlib ?? sink, layout);
    for await (const chunk of survey.chunks()) cases.add(chunk);
    cases.finish();
    zlib?.finish();
    sink.close();
  } catch (error) {
    sink.abandon();
    throw error;
  }
  return [...losses, ...layout.losses];
}

import { Problem } from '#engine/survey/problem.ts';
import { ByteSink } from '../byteSink.ts';
import { profileSurvey } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { dtaNames, first } from './dtaNames.ts';
import { DtaRowWriter } from './dtaRowWriter.ts';
import { writeDtaDictionary } from './dtaWriterDictionary.ts';
import { layOutDta } from './dtaWriterLayout.ts';
import { writeLongTexts } from './dtaWriterLongTexts.ts';
import { writeDtaValueLabels } from './dtaWriterValueLabels.ts';

const mostVariables = 32_767;
/** Characters of the name of a language; two digits may be added. */
const mostOfLanguage = 24;

/**
 * Writes a survey as a Stata file of version 118 (Stata 14 and later): UTF-8, little endian, in two passes over
 * its chunks, or three where a text takes more than 2,045 bytes and is kept as `strL`.
 *
 * Stata declares no codes as missing: those declared become `.a`, `.b`, …, with their labels. Dates become
 * `%td`, moments `%tc`. Names are made possible, and what they were stands in the characteristic `originalName`
 * and in a note. Notes, characteristics and labels in further languages go with it. Layout after Stata's `help dta`.
 *
 * @throws Problem export.tooManyVariables
 */
export async function writeDtaFile(path: string, survey: SurveyOutput): Promise<readonly Loss[]> {
  const { variables, weight } = survey;
  if (variables.length > mostVariables) {
    throw new Problem('export.tooManyVariables', {
      file: path,
      count: variables.length,
      limit: mostVariables,
    });
  }
  const losses: Loss[] = [];
  const profiles = await profileSurvey(survey);
  const languages = dtaLanguages(survey);
  const laidOut = layOutDta(variables, profiles, languages, losses);
  const measured = variables.filter(({ measure }) => measure !== 'unknown').length;
  if (measured > 0) losses.push({ variable: null, kind: 'measure', count: measured });
  if (weight !== null) losses.push({ variable: weight, kind: 'weight', count: 1 });
  for (const { name } of survey.multipleResponseSets) {
    losses.push({ variable: name, kind: 'responseSets', count: 1 });
  }
  const sink = new ByteSink(path);
  try {
    const map = writeDtaDictionary(sink, survey, laidOut, [...languages.values()], losses);
    const rows = new DtaRowWriter(sink, laidOut);
    map.push(sink.position);
    sink.text('<data>');
    for await (const chunk of survey.chunks()) rows.add(chunk);
    sink.text('</data>');
    map.push(sink.position);
    sink.text('<strls>');
    await writeLongTexts(sink, survey, laidOut);
    sink.text('</strls>');
    map.push(sink.position);
    writeDtaValueLabels(sink, laidOut);
    map.push(sink.position);
    sink.text('</stata_dta>');
    map.push(sink.position);
    const offsets = Buffer.alloc(map.length * 8);
    map.forEach((offset, index) => offsets.writeBigInt64LE(BigInt(offset), index * 8));
    sink.overwrite(map[1] + '<map>'.length, offsets);
    sink.close();
  } catch (error) {
    sink.abandon();
    throw error;
  }
  return losses;
}

/** What Stata is told the languages of the labels are called, that of the labels themselves first. */
function dtaLanguages({ languages = [] }: SurveyOutput): Map<string, string> {
  const names = dtaNames(languages.map(({ name }) => first(name, mostOfLanguage)));
  return new Map(languages.map(({ name }, index) => [name, names[index]]));
}

import { ByteSink } from '../byteSink.ts';
import { codebookOf, type CodebookEntry } from '../codebook/codebookOf.ts';
import { profileSurvey } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import type { Attribute, Translation } from '#engine/survey/variable.ts';
import { commonAttributes } from '../commonAttributes.ts';
import { languageLoss } from '../languageLoss.ts';
import { isoTime, toSpssTime } from '../spssTime.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { xmlText } from '../xmlText.ts';

/**
 * Writes the codebook of a survey, without its answers, as DDI Codebook 2.5: names, labels, value labels with
 * counts, ranges, what is missing, which variable is the weight. Elements of a variable stand in the order of the
 * schema (`labl, valrng, invalrng, sumStat, catgry, varFormat, notes`). Source: ddialliance.org, DDI-Codebook 2.5.
 */
export async function writeDdiFile(path: string, survey: SurveyOutput): Promise<readonly Loss[]> {
  const entries = codebookOf(survey.variables, await profileSurvey(survey));
  const languages = xmlLanguages(survey);
  const sink = new ByteSink(path);
  try {
    sink.text(head(survey));
    sink.text(groups(survey));
    entries.forEach((entry, index) => sink.text(variableElement(entry, index, survey.weight, languages)));
    sink.text('  </dataDscr>\n</codeBook>\n');
    sink.close();
  } catch (error) {
    sink.abandon();
    throw error;
  }
  return lossesOf(survey, languages);
}

/** Of the labels, that of the labels themselves first; none where one of them is no code that XML allows. */
function xmlLanguages({ languages = [] }: SurveyOutput): string[] {
  const names = languages.map(({ name }) => name);
  return names.every((name) => /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(name)) ? names : [];
}

/** Labels of values that only a further language has a label for, and what SPSS keeps for itself. */
function lossesOf(survey: SurveyOutput, languages: readonly string[]): Loss[] {
  const lost = languages.length === 0 ? languageLoss(survey) : [];
  const { lost: ofFile } = commonAttributes(survey.attributes);
  if (ofFile > 0) lost.push({ variable: null, kind: 'attribute', count: ofFile });
  for (const { name, attributes, valueLabels, translations = [] } of survey.variables) {
    const { lost: ownOnly } = commonAttributes(attributes);
    if (ownOnly > 0) lost.push({ variable: name, kind: 'attribute', count: ownOnly });
    const values = new Set(valueLabels.map(({ value }) => value));
    const strange = translations.flatMap((one) => one.valueLabels).filter(({ value }) => !values.has(value));
    if (languages.length > 0 && strange.length > 0) {
      lost.push({ variable: name, kind: 'language', count: strange.length });
    }
  }
  return lost;
}

function notesElements(notes: readonly string[], attributes: readonly Attribute[] | undefined): string[] {
  return [
    ...notes.map((text) => `<notes>${xmlText(text)}</notes>`),
    ...commonAttributes(attributes).kept.flatMap(({ name, values }) =>
      values.map((value) => `<notes type="attribute" subject="${xmlText(name)}">${xmlText(value)}</notes>`),
    ),
  ];
}

function label(text: string, language: string | undefined): string {
  if (text === '') return '';
  return `<labl${language === undefined ? '' : ` xml:lang="${language}"`}>${xmlText(text)}</labl>`;
}

function head(survey: SurveyOutput): string {
  const title = xmlText(survey.fileLabel.trim() || 'Survey');
  const notes = notesElements(survey.documents, survey.attributes)
    .map((element) => `      ${element}\n`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd" version="2.5">
  <stdyDscr>
    <citation>
      <titlStmt><titl>${title}</titl></titlStmt>
      <prodStmt><prodDate date="${survey.createdAt.slice(0, 10)}">${survey.createdAt.slice(0, 10)}</prodDate><software>Larger Freedom</software></prodStmt>
${notes}    </citation>
  </stdyDscr>
  <fileDscr ID="F1">
    <fileTxt>
      <dimensns><caseQnty>${survey.rowCount}</caseQnty><varQnty>${survey.variables.length}</varQnty></dimensns>
    </fileTxt>
  </fileDscr>
  <dataDscr>
`;
}

/** Multiple-response sets; the schema wants groups before variables. */
function groups({ multipleResponseSets, variables }: SurveyOutput): string {
  return multipleResponseSets
    .map((set, index) => {
      const ids = set.variables.map((member) => idOf(variables.findIndex(({ name }) => name === member)));
      const attributes = `ID="G${index + 1}" type="multipleResp" name="${xmlText(set.name)}" var="${ids.join(' ')}"`;
      return `    <varGrp ${attributes}><labl>${xmlText(set.label)}</labl></varGrp>\n`;
    })
    .join('');
}

function variableElement(
  entry: CodebookEntry,
  index: number,
  weight: string | null,
  languages: readonly string[],
): string {
  const { variable, valid, missing, low, high, codes } = entry;
  const { name, type, measure, notes = [], attributes: said } = variable;
  const translations = (variable.translations ?? []).filter(({ language }) => languages.includes(language));
  const words = (own: string, translated: (translation: Translation) => string | undefined): string[] =>
    [
      label(own, languages[0]),
      ...translations.map((one) => label(translated(one) ?? '', one.language)),
    ].filter((element) => element !== '');
  const translatedCodes = new Map(
    translations.map((one) => [one, new Map(one.valueLabels.map(({ value, label: text }) => [value, text]))]),
  );
  const isContinuous =
    measure === 'scale' || (measure === 'unknown' && type !== 'text' && codes.length === 0);
  const attributes = [
    `ID="${idOf(index)}"`,
    `name="${xmlText(name)}"`,
    'files="F1"',
    `intrvl="${isContinuous ? 'contin' : 'discrete'}"`,
    ...(measure === 'unknown'
      ? []
      : [`nature="${{ nominal: 'nominal', ordinal: 'ordinal', scale: 'ratio' }[measure]}"`]),
    ...(name === weight ? ['wgt="wgt"'] : []),
  ];
  const shown = (value: number): string => timeText(variable, value);
  const lines = [
    ...words(variable.label, (translation) => translation.label),
    ...(low === null || high === null
      ? []
      : [`<valrng><range min="${shown(low)}" max="${shown(high)}"/></valrng>`]),
    ...invalidRange(entry),
    `<sumStat type="vald">${valid}</sumStat>`,
    `<sumStat type="invd">${missing}</sumStat>`,
    ...codes.map(({ value, label: text, isMissing, n }) =>
      [
        `<catgry${isMissing ? ' missing="Y"' : ''}>`,
        `<catValu>${xmlText(String(value))}</catValu>`,
        ...words(text, (translation) => translatedCodes.get(translation)?.get(value)),
        n === null ? '' : `<catStat type="freq">${n}</catStat>`,
        '</catgry>',
      ].join(''),
    ),
    `<varFormat type="${type === 'text' ? 'character' : 'numeric'}"${isTime(type) ? ' category="date"' : ''}/>`,
    ...notesElements(notes, said),
  ];
  return `    <var ${attributes.join(' ')}>\n${lines.map((each) => `      ${each}\n`).join('')}    </var>\n`;
}

function invalidRange({ variable: { missing } }: CodebookEntry): string[] {
  const items = missing.codes.map((code) => `<item VALUE="${xmlText(String(code))}"/>`);
  if (missing.range !== null) {
    const { low, high } = missing.range;
    items.push(`<range${low === null ? '' : ` min="${low}"`}${high === null ? '' : ` max="${high}"`}/>`);
  }
  return items.length === 0 ? [] : [`<invalrng>${items.join('')}</invalrng>`];
}

function timeText(variable: CodebookEntry['variable'], value: number): string {
  const { type } = variable;
  return isTime(type) ? isoTime(toSpssTime(variable)?.(value) ?? value, type) : String(value);
}

function isTime(type: string): type is 'date' | 'datetime' | 'time' {
  return type === 'date' || type === 'datetime' || type === 'time';
}

function idOf(index: number): string {
  return `V${index + 1}`;
}

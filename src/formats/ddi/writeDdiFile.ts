import { ByteSink } from '../byteSink.ts';
import { codebookOf, type CodebookEntry } from '../codebook/codebookOf.ts';
import { profileSurvey } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { isoTime, toSpssTime } from '../spssTime.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { xmlText } from '../xmlText.ts';

/**
 * Writes the codebook of a survey, without its answers, as DDI Codebook 2.5: names, labels, value labels with
 * counts, ranges, what is missing, which variable is the weight. Elements of a variable stand in the order of the
 * schema (`labl, valrng, invalrng, sumStat, catgry, varFormat`). Source: ddialliance.org, DDI-Codebook 2.5.
 */
export async function writeDdiFile(path: string, survey: SurveyOutput): Promise<readonly Loss[]> {
  const entries = codebookOf(survey.variables, await profileSurvey(survey));
  const sink = new ByteSink(path);
  try {
    sink.text(head(survey));
    sink.text(groups(survey));
    entries.forEach((entry, index) => sink.text(variableElement(entry, index, survey.weight)));
    sink.text('  </dataDscr>\n</codeBook>\n');
    sink.close();
  } catch (error) {
    sink.abandon();
    throw error;
  }
  return [];
}

function head(survey: SurveyOutput): string {
  const title = xmlText(survey.fileLabel.trim() || 'Survey');
  const notes = survey.documents.map((line) => `      <notes>${xmlText(line)}</notes>\n`).join('');
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

function variableElement(entry: CodebookEntry, index: number, weight: string | null): string {
  const { variable, valid, missing, low, high, codes } = entry;
  const { name, label, type, measure } = variable;
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
    ...(label === '' ? [] : [`<labl>${xmlText(label)}</labl>`]),
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
        text === '' ? '' : `<labl>${xmlText(text)}</labl>`,
        n === null ? '' : `<catStat type="freq">${n}</catStat>`,
        '</catgry>',
      ].join(''),
    ),
    `<varFormat type="${type === 'text' ? 'character' : 'numeric'}"${isTime(type) ? ' category="date"' : ''}/>`,
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

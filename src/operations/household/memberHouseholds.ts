import { householdsOf } from './households.ts';
import { keyAt, noHousehold, severalHouseholds } from './linkKeys.ts';
import { textsIn } from './membersIn.ts';
import { readStudy } from '#project/openStudy.ts';
import { readColumn } from '#project/columns.ts';
import { readingOf, partsOf, wholeOf } from '#project/readings.ts';
import { surveyOf } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { MemberHouseholds } from '#contract/notice.ts';

/** Rows named. */
const mostRows = 5;

/** Members whose household is not there, or could be several; `null` for a survey that holds no members. */
export async function memberHouseholds({
  study: path,
  survey: which,
}: SurveyReference): Promise<MemberHouseholds | null> {
  const study = readStudy(path);
  try {
    const own = surveyOf(study, which);
    const variables = variablesOf(study, own.id);
    const whole = wholeOf(study, own.id);
    const column = (name: string) =>
      readColumn(study, own.id, variables.find((one) => one.name === name)!.position);
    const repeats = whole === null ? [] : partsOf(study, whole).map(({ sheet }) => sheet);
    const ownSheet = readingOf(study, own.id).sheet;
    const households = await householdsOf(
      study,
      {
        fileName: own.fileName,
        variables,
        repeats: repeats.filter((sheet) => sheet !== ownSheet),
        texts: async (name) => textsIn(column(name), own.rowCount),
      },
      whole,
    );
    if (households === null || households.survey.id === own.id) return null;
    const key = column(households.keys.member);
    const found = { without: rowList(), several: rowList() };
    for (let row = 0; row < own.rowCount; row++) {
      const household = households.of(keyAt(key, row));
      if (household === noHousehold) found.without.add(row);
      else if (household === severalHouseholds) found.several.add(row);
    }
    return {
      survey: households.survey.name,
      variable: households.keys.member,
      household: households.keys.household,
      without: found.without.list,
      several: found.several.list,
    };
  } finally {
    study.close();
  }
}

function rowList(): { readonly list: { n: number; rows: number[] }; add(row: number): void } {
  const list = { n: 0, rows: [] as number[] };
  return {
    list,
    add(row) {
      list.n++;
      if (list.rows.length < mostRows) list.rows.push(row + 1);
    },
  };
}

import type { SavSurvey } from '#formats/sav/savWriter.ts';
import { drawBackground } from '../background.ts';
import type { Sample } from '../drawSample.ts';
import { coded, empty, measured, written, type Field } from '../field.ts';
import type { HouseholdType } from '../householdTypes.ts';
import { Random } from '../random.ts';
import { labels } from '../scales.ts';
import { bangladesh } from './country.ts';
import { districts, divisions } from './places.ts';

/** "Namuna" is Bangla for specimen: nobody is called that. */
const interviewers = [
  'Asha',
  'Babul',
  'Chameli',
  'Dulal',
  'Eva',
  'Faruk',
  'Golapi',
  'Habib',
  'Ila',
  'Jamal',
].map((name) => `${name} Namuna`);
/** SPSS counts seconds from 14 October 1582; the fieldwork begins on 3 February 2008. */
const firstDay = (Date.UTC(2008, 1, 3) - Date.UTC(1582, 9, 14)) / 1000;
const lonelyStratum = 612;

/** The file as a fieldwork team would hand it over, faults included (see README.md). */
export function bangladeshSurvey(sample: Sample): SavSurvey {
  const stratumOf = (row: number) => bangladesh.strata[sample.stratum[row]];
  const background = drawBackground(
    sample,
    bangladesh.seed,
    (row) => stratumOf(row).urban,
    occupationWeights,
  );
  const eachRow = (value: (row: number) => number): Uint8Array =>
    Uint8Array.from({ length: sample.rowCount }, (_, row) => value(row));
  const visit = (row: number): number => sample.stratum[row] * 11 + sample.psu[row];
  const turnTo = new Random(bangladesh.seed, 7);
  const religion = new Random(bangladesh.seed, 6);

  const identifier = Float64Array.from(
    { length: sample.rowCount },
    (_, row) => stratumOf(row).code * 10_000 + sample.psu[row] * 100 + sample.household[row],
  );
  identifier[731] = identifier[730];
  background.age[1_204] = 199;
  const occupation = background.occupation.map((index) => index + 1);
  [58, 417, 990, 1_333, 1_871].forEach((row) => (occupation[row] = 12));

  const fields: readonly Field[] = [
    measured('household_id', 'Household identifier', identifier),
    coded(
      'division',
      'Division',
      divisions.map(({ code, name }) => ({ value: code, label: name })),
      eachRow((row) => stratumOf(row).area),
    ),
    coded(
      'district',
      'District',
      districts.map(({ code, name }) => ({ value: code, label: name })),
      eachRow((row) => sample.locality[row]),
    ),
    coded(
      'residence',
      'Residence',
      labels(1, 'Urban', 'Rural'),
      eachRow((row) => (stratumOf(row).urban ? 1 : 2)),
    ),
    coded(
      'stratum',
      'Sampling stratum (division and residence)',
      bangladesh.strata.map(({ code, label }) => ({ value: code, label })),
      eachRow((row) => stratumOf(row).code),
    ),
    coded(
      'stratum_detailed',
      'Detailed stratum (division, city or town, rural)',
      detailedLabels(),
      Int16Array.from({ length: sample.rowCount }, (_, row) => detailedStratum(sample, row)),
      'nominal',
    ),
    coded('psu', 'Primary sampling unit, numbered within its stratum', [], sample.psu),
    measured('weight', 'Household sampling weight', sample.weight),
    measured(
      'interview_date',
      'Date of interview',
      Float64Array.from({ length: sample.rowCount }, (_, row) => firstDay + 86_400 * (visit(row) % 30)),
      'date',
    ),
    written(
      'interviewer',
      'Name of interviewer',
      Array.from({ length: sample.rowCount }, (_, row) => interviewers[visit(row) % interviewers.length]),
    ),
    written(
      'interviewer_phone',
      'Telephone of interviewer',
      Array.from({ length: sample.rowCount }, (_, row) =>
        String(visit(row) % interviewers.length).padStart(8, '0'),
      ),
    ),
    coded(
      'sex',
      'Sex of respondent',
      labels(1, 'Man', 'Woman'),
      eachRow((row) => (sample.type[row].woman ? 2 : 1)),
    ),
    measured('age', 'Age in years', background.age),
    coded(
      'education',
      'Education',
      labels(1, 'None', 'Primary', 'Secondary', 'Higher secondary', 'Degree'),
      background.education,
      'ordinal',
    ),
    coded(
      'religion',
      'Religion',
      labels(1, 'Islam', 'Hinduism', 'Other'),
      eachRow((row) => (sample.type[row].minority ? (religion.uniform() < 0.88 ? 2 : 3) : 1)),
    ),
    measured('household_size', 'People in the household', background.householdSize),
    coded(
      'occupation',
      'Main occupation',
      labels(
        1,
        'Farming or fishing',
        'Day labour',
        'Trade',
        'Government job',
        'Private job',
        'Unpaid work at home',
        'Looking for work',
        'Other',
      ),
      occupation,
    ),
    coded(
      'living_standard',
      'Living standard as the interviewer judged it',
      labels(1, 'Poor', 'Middling', 'Better off'),
      background.judgedWealth,
      'ordinal',
    ),
    ...bangladesh.items.map(({ name, label, scale }, index) =>
      coded(
        name,
        label,
        scale.valueLabels,
        sample.answers[index],
        scale.valueLabels.length > 2 ? 'ordinal' : 'nominal',
      ),
    ),
    coded(
      'turn_to',
      'To whom would you turn first if you were threatened?',
      labels(
        1,
        'Police',
        'Union council member or councillor',
        'Village elders or salish',
        'Family and neighbours',
        'Rapid Action Battalion or army',
        'NGO',
        'Nobody',
      ),
      eachRow((row) => 1 + turnTo.index(responderWeights(sample.type[row], stratumOf(row).urban))),
    ),
    empty('backcheck', 'Result of the back-check', sample.rowCount),
  ];
  return {
    fileLabel: 'Human security in Bangladesh: made-up data for teaching',
    documents: [
      'Made-up data for teaching. No household was interviewed: a program invented every answer.',
      'Names of divisions and districts are real. Four population shares follow a published survey of 2008 (poverty 69 %, unemployment 65 %, utilities 56 %, natural disasters 51 %).',
      'Labels in Bangla: bangladesh.bn.json.',
    ],
    weight: null,
    createdAt: '2008-04-30T12:00:00',
    rowCount: sample.rowCount,
    variables: fields.map(({ variable }) => variable),
    columns: fields.map(({ column }) => column),
  };
}

/** The urban strata cut in two, cities and towns: in Sylhet the second has a single PSU. */
function detailedStratum(sample: Sample, row: number): number {
  const { area, urban } = bangladesh.strata[sample.stratum[row]];
  if (!urban) return area * 100 + 20;
  const inCity = area * 100 + 12 === lonelyStratum ? sample.psu[row] <= 6 : sample.psu[row] <= 4;
  return area * 100 + (inCity ? 11 : 12);
}

function detailedLabels() {
  return divisions.flatMap(({ code, name }) => [
    { value: code * 100 + 11, label: `${name}, city` },
    { value: code * 100 + 12, label: `${name}, towns` },
    { value: code * 100 + 20, label: `${name}, rural` },
  ]);
}

function occupationWeights({ wealth, woman }: HouseholdType, urban: boolean): readonly number[] {
  const step = { poor: 0, middling: 1, betterOff: 2 }[wealth];
  return [urban ? 6 : 35, 25 - 12 * step, 12 + 3 * step, 2 + 4 * step, urban ? 16 : 4, woman ? 60 : 0, 6, 4];
}

function responderWeights({ minority, wealth }: HouseholdType, urban: boolean): readonly number[] {
  const nobody = (minority ? 9 : 4) + (wealth === 'poor' ? 3 : 0);
  return urban ? [30, 22, 10, 20, 9, 3, nobody] : [12, 33, 27, 16, 4, 3, nobody];
}

import type { SavSurvey } from '#formats/sav/savWriter.ts';
import { drawBackground } from '../background.ts';
import type { Sample } from '../drawSample.ts';
import { coded, empty, measured, type Field } from '../field.ts';
import type { HouseholdType } from '../householdTypes.ts';
import { Random } from '../random.ts';
import { labels } from '../scales.ts';
import { benin } from './country.ts';
import { communes, departements } from './places.ts';

const givenNames = ['Afi', 'Bio', 'Codjo', 'Dossi', 'Essi', 'Fifamè', 'Gani', 'Houéfa', 'Issa', 'Jonas'];
const interviewers = givenNames.flatMap((name) =>
  ['Exemple', 'Modèle', 'Spécimen'].map((word) => `${name} ${word}`),
);

/** The file as a fieldwork team would hand it over, faults included (see README.md). */
export function beninSurvey(sample: Sample): SavSurvey {
  const stratumOf = (row: number) => benin.strata[sample.stratum[row]];
  const background = drawBackground(sample, benin.seed, (row) => stratumOf(row).urban, occupationWeights);
  const eachRow = (value: (row: number) => number): Uint8Array =>
    Uint8Array.from({ length: sample.rowCount }, (_, row) => value(row));

  const identifier = Float64Array.from(
    { length: sample.rowCount },
    (_, row) => stratumOf(row).code * 10_000 + sample.psu[row] * 100 + sample.household[row],
  );
  identifier[6_211] = identifier[6_210];
  background.age[11_040] = 199;
  background.education.forEach((code, row) => {
    if (code === 5 && row % 197 === 0) background.education[row] = 7;
  });
  const origin = new Random(benin.seed, 6);

  const fields: readonly Field[] = [
    measured('identifiant', 'Identifiant du ménage', identifier),
    coded(
      'departement',
      'Département',
      departements.map(({ code, name }) => ({ value: code, label: name })),
      eachRow((row) => stratumOf(row).area),
    ),
    coded(
      'commune',
      'Commune',
      communes.map(({ code, name }) => ({ value: code, label: name })),
      eachRow((row) => sample.locality[row]),
    ),
    coded(
      'milieu',
      'Milieu de résidence',
      labels(1, 'Urbain', 'Rural'),
      eachRow((row) => (stratumOf(row).urban ? 1 : 2)),
    ),
    coded(
      'strate',
      'Strate de sondage (département et milieu)',
      benin.strata.map(({ code, label }) => ({ value: code, label })),
      eachRow((row) => stratumOf(row).code),
    ),
    coded('grappe', 'Grappe (unité primaire), numérotée dans sa strate', [], sample.psu),
    measured('poids', 'Poids de sondage du ménage', sample.weight),
    coded(
      'nom_enqueteur',
      "Nom de l'enquêteur",
      labels(1, ...interviewers),
      eachRow((row) => 1 + ((sample.stratum[row] * 31 + sample.psu[row]) % interviewers.length)),
    ),
    coded(
      'sexe',
      'Sexe',
      labels(1, 'Homme', 'Femme'),
      eachRow((row) => (sample.type[row].woman ? 2 : 1)),
    ),
    measured('age', 'Âge en années révolues', background.age),
    coded(
      'instruction',
      "Niveau d'instruction",
      labels(1, 'Aucun', 'Primaire', 'Secondaire 1er cycle', 'Secondaire 2nd cycle', 'Supérieur'),
      background.education,
      'ordinal',
    ),
    coded(
      'origine',
      'Origine',
      labels(1, 'Né(e) dans la commune', "Venu(e) d'une autre commune", "Venu(e) d'un autre pays"),
      eachRow((row) => (sample.type[row].minority ? (origin.uniform() < 0.8 ? 2 : 3) : 1)),
    ),
    measured('taille_menage', 'Nombre de personnes dans le ménage', background.householdSize),
    coded(
      'activite',
      'Activité principale',
      labels(
        1,
        'Agriculture, élevage, pêche',
        'Commerce',
        'Artisanat',
        'Salarié(e) du public',
        'Salarié(e) du privé',
        'Sans emploi',
        'Autre',
      ),
      background.occupation.map((index) => index + 1),
    ),
    coded(
      'niveau_vie',
      "Niveau de vie estimé par l'enquêteur",
      labels(1, 'Pauvre', 'Moyen', 'Aisé'),
      background.judgedWealth,
      'ordinal',
    ),
    ...benin.items.map(({ name, label, scale }, index) =>
      coded(
        name,
        label,
        scale.valueLabels,
        sample.answers[index],
        scale.valueLabels.length > 2 ? 'ordinal' : 'nominal',
      ),
    ),
    empty('controle_terrain', 'Résultat du contrôle sur le terrain', sample.rowCount),
  ];
  return {
    fileLabel: 'Bénin. Données fictives pour la formation',
    documents: [
      'Données fictives pour la formation. Made-up data for teaching.',
      "Aucun ménage n'a été interrogé : un programme a inventé toutes les réponses. Les noms des départements et des communes sont réels, les chiffres ne le sont pas.",
    ],
    weight: 'poids',
    createdAt: '2011-06-30T12:00:00',
    rowCount: sample.rowCount,
    variables: fields.map(({ variable }) => variable),
    columns: fields.map(({ column }) => column),
  };
}

function occupationWeights({ wealth, woman }: HouseholdType, urban: boolean): readonly number[] {
  const step = { poor: 0, middling: 1, betterOff: 2 }[wealth];
  return [urban ? 10 : 60, woman ? 30 : 12, 14, 2 + 5 * step, 3 + (urban ? 5 * step : 0), 10 - 3 * step, 5];
}

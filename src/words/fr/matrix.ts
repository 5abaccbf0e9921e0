import type * as english from '../en/matrix.ts';
import type { Translated } from '../languages.ts';

export const matrix: Translated<typeof english.matrix> = {
  title: 'Peur × besoin',
  lead: 'Les peurs en lignes, les besoins en colonnes.',
  measure: 'Mesure',
  measures: {
    both: 'Les deux',
    wantGivenFear: 'Besoin si peur',
    fearGivenWant: 'Peur si besoin',
    oddsRatio: 'Rapport de cotes',
    phi: 'φ',
    lift: 'Lift',
  },
  explain: {
    both: 'Parmi les personnes qui ont répondu aux deux questions, le pourcentage de celles qui ont les deux préoccupations.',
    wantGivenFear:
      'Parmi les personnes qui ont la peur de la ligne, le pourcentage de celles qui ont aussi le besoin de la colonne.',
    fearGivenWant:
      'Parmi les personnes qui ont le besoin de la colonne, le pourcentage de celles qui ont aussi la peur de la ligne.',
    oddsRatio:
      'La cote du besoin chez ceux qui ont la peur, en multiple de celle des autres. 1 signifie pas d’association. Ce n’est pas un rapport de parts.',
    phi: 'Corrélation des deux préoccupations, de −1 à +1. 0 signifie pas d’association.',
    lift: 'Combien de fois plus souvent les deux surviennent ensemble que si elles n’avaient rien à voir l’une avec l’autre. 1 signifie pas d’association.',
  },
  order: 'Ordre',
  orders: {
    share: 'Par part',
    dimension: 'Par dimension',
    blocks: 'En blocs',
    tagged: 'Comme désignées',
  },
  view: 'Affichage',
  views: { chart: 'Graphique', table: 'Tableau' },
  emptyTitle: 'Rien à croiser pour l’instant',
  empty:
    'Ce graphique demande au moins une préoccupation liée à la peur et une liée au besoin, avec des réponses cochées.',
  haveNow: 'Pour l’instant, avec des réponses cochées : {fear} peur, {want} besoin.',
  toConcerns: 'Aller à Préoccupations',
  legendLess: 'moins souvent ensemble',
  legendMore: 'plus souvent ensemble',
  fadedNote: 'Pâle et petit : peut être dû au hasard (q ≥ 0,05)',
  fadedNoteTable: 'Non gras : peut être dû au hasard (q ≥ 0,05)',
  bracketedNote: '(34) 25 à 49 répondants avec, ou sans, l’une des deux préoccupations',
  suppressedNote: '(*) moins de 25 répondants avec, ou sans, l’une des deux préoccupations : non montré',
  suppressed: '(*)',
  notEstimable: '–',
  notEstimableLong: 'non estimable',
  bracket: '({text})',
  mayBeChance: 'hasard possible',
  notTested: 'non testé',
  chartLabel: 'Peur selon besoin : {measure}',
  chartLabelOf: 'Peur selon besoin, {group} : {measure}',
  chartHelp: 'Les flèches passent d’une paire à l’autre, Entrée en ouvre une.',
  cellLabel: '{fear} × {want} : {measure} {value}',
  cellLabelChance: '{fear} × {want} : {measure} {value}, hasard possible',
  cellLabelNotTested: '{fear} × {want} : {measure} {value}, non testé',
  tooltipN: 'n = {count} avec une réponse valide aux deux',
  rowHead: 'Peur',
  concernHead: 'Part de personnes préoccupées',
  tableCaption: '{measure}. Les peurs en lignes, les besoins en colonnes.',
  updating: 'Mise à jour',
  globalTogether:
    'Prises ensemble, les préoccupations de peur et de besoin sont liées ({pairs} paires) : F({df1} ; {df2}) = {f}, p {p}.',
  globalApart:
    'Prises ensemble, les préoccupations de peur et de besoin pourraient être indépendantes ({pairs} paires) : F({df1} ; {df2}) = {f}, p {p}. Cela ne montre pas qu’elles le sont.',
  globalTooLarge:
    'Il n’y a pas de test de toutes les paires ensemble : avec tant de paires et d’unités, il serait trop long. Chaque paire a le sien.',
  globalSuppressed:
    'Il n’y a pas de test de toutes les paires ensemble : aucune n’a assez de répondants pour être montrée.',
  globalNone: 'Le test de toutes les paires ensemble ne peut pas être calculé pour cet échantillon.',
  facetsBy: 'Comparer des groupes',
  facetsOf: 'Modalités de {variable}',
  facetsMost:
    'Jusqu’à quatre modalités côte à côte, toutes sur une même échelle. Cases pâles : q au sein de chaque modalité.',
  facetsWithheld:
    'Secret statistique : ce qu’une modalité doit cacher, les autres le révéleraient ; aucune n’est donc montrée.',
  methodWeighted: 'Pondéré par {weight}',
  methodNotWeighted: 'Non pondéré',
  methodInterval: 'intervalles logit à {level} (binomial exact à 0 % et 100 %)',
  methodVariance:
    'variance par linéarisation de Taylor sur {psus} UPS dans {strata} strate (ddl {df}) | variance par linéarisation de Taylor sur {psus} UPS dans {strata} strates (ddl {df})',
  methodVarianceStrata:
    'variance par linéarisation de Taylor, chaque répondant tiré seul dans {strata} strate (ddl {df}) | variance par linéarisation de Taylor, chaque répondant tiré seul dans {strata} strates (ddl {df})',
  methodVarianceAlone: 'variance par linéarisation de Taylor, chaque répondant tiré seul (ddl {df})',
  methodVarianceReplicates: 'variance par {count} poids de réplication ({type}, ddl {df})',
  methodTotals: 'poids calés sur les totaux connus de {variables}',
  methodSecondStage: 'second degré par {variable}',
  methodFpc: 'population finie par {fpc}',
  methodLonely: 'strates à une seule UPS : {policy}',
  methodTest:
    'F de Rao–Scott, q de Benjamini–Hochberg sur {count} paire | F de Rao–Scott, q de Benjamini–Hochberg sur {count} paires',
  methodMissing: 'chaque paire prend les répondants qui ont une réponse valide aux deux',
  methodSuppression:
    'règle EDS sur le plus petit groupe avec ou sans une préoccupation : moins de 25 répondants masqué, 25 à 49 entre parenthèses',
  methodN: 'n = {low}–{high} par paire',
  methodNSame: 'n = {low} par paire',
};

export const pair: Translated<typeof english.pair> = {
  title: 'Paire',
  byGroup: 'Par groupe',
  byGroupChoose: 'Choisissez une variable',
  byGroupLead: 'Parmi ceux qui ont la peur, le pourcentage dans le besoin ; et l’écart avec les autres.',
  byGroupDifference: '{value} points {interval} par rapport à ceux qui n’ont pas la peur',
  byGroupNote:
    'Une lettre : significativement plus élevé que le groupe de cette lettre (p < 0,05, Holm sur toutes les paires de groupes).',
  byGroupTest: 'La part diffère entre les groupes : p {p}.',
  byGroupTestNot: 'La part des groupes pourrait différer par le seul hasard : p {p}.',
  byGroupSuppressed: '(*) moins de 25 répondants avec, ou sans, l’une des deux préoccupations',
  close: 'Fermer la paire',
  loading: 'Lecture de la paire',
  sentence:
    'Parmi les personnes qui ont la préoccupation « {fear} », {given} ont aussi la préoccupation « {want} » ; parmi les autres, {otherwise}.',
  notSignificant:
    'Sur toutes les paires de cette matrice, une telle différence peut être due au hasard (q {q}) : ne la présentez pas comme un résultat. Elle ne montre pas non plus que les deux n’ont rien à voir l’une avec l’autre.',
  significantMore:
    'Les deux préoccupations vont ensemble plus souvent que ne le voudrait le hasard (q {q}). Cela ne dit pas que l’une mène à l’autre.',
  significantLess:
    'Les deux préoccupations vont ensemble moins souvent que ne le voudrait le hasard (q {q}). Cela ne dit pas que l’une mène à l’autre.',
  suppressed:
    'Moins de 25 répondants ont, ou n’ont pas, l’une de ces deux préoccupations : les chiffres de cette paire ne sont pas montrés.',
  bracketed:
    'Moins de 50 répondants ont, ou n’ont pas, l’une de ces deux préoccupations : lisez ces chiffres avec prudence.',
  wantGivenFear: 'Part avec la préoccupation de besoin',
  fearGivenWant: 'Part avec la préoccupation de peur',
  withFear: 'avec la peur',
  withoutFear: 'sans la peur',
  withWant: 'dans le besoin',
  withoutWant: 'hors du besoin',
  difference: 'Différence {value} points {interval}',
  table: 'Les quatre groupes',
  tableCaption: 'Répondants selon les deux préoccupations',
  fearYes: 'Peur',
  fearNo: 'Sans cette peur',
  wantYes: 'Besoin',
  wantNo: 'Sans ce besoin',
  ofTotal: 'de l’ensemble',
  n: 'n',
  weightedN: 'N pondéré',
  association: 'Association',
  oddsRatio: 'Rapport de cotes',
  phi: 'φ',
  lift: 'Lift',
  test: 'Test d’indépendance',
  testLine: 'F({df1} ; {df2}) = {f}, p {p} ; q {q}',
  testNone: 'Le test ne peut pas être calculé pour cette paire.',
  q: 'q est p après contrôle de la part de fausses découvertes sur toutes les paires testées de la matrice ; il change quand des préoccupations sont ajoutées ou retirées. Les intervalles valent pour cette paire seule.',
};

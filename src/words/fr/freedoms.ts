import type { freedoms as english } from '../en/freedoms.ts';
import type { Translated } from '../languages.ts';

export const freedoms: Translated<typeof english> = {
  part: 'Que montrer',
  partsOfRoom: { pairs: 'Paires', freedoms: 'Deux libertés' },
  lead: 'Qui est à l’abri des deux, qui a la peur ou le besoin seul, et qui a les deux.',
  by: 'Par groupe',
  fearFrom: 'Peur : nombre de préoccupations requis',
  wantFrom: 'Besoin : nombre de préoccupations requis',
  fearAtLeast: 'Peur : au moins {count} sur {all}',
  wantAtLeast: 'Besoin : au moins {count} sur {all}',
  fearAtLeastShare: 'Peur : au moins {count} sur {all} ({share} des personnes)',
  wantAtLeastShare: 'Besoin : au moins {count} sur {all} ({share} des personnes)',
  thresholdHelp:
    'Combien de préoccupations il faut pour compter dans la peur, ou dans le besoin. Sur de nombreuses questions presque chacun en a une : regardez la part que donne chaque nombre, et dites dans le rapport lequel vous avez pris.',
  answered: 'Qui compte',
  rules: { half: 'Répondu à la moitié au moins', all: 'Répondu à tout' },
  view: 'Affichage',
  views: { bars: 'Barres', dots: 'Intervalles', table: 'Tableau' },
  parts: {
    neither: 'À l’abri des deux',
    fearOnly: 'Peur seule',
    wantOnly: 'Besoin seul',
    both: 'Les deux',
  },
  all: 'Ensemble',
  sentence:
    '{neither} des personnes sont à l’abri des deux, {fearOnly} ont la peur seule, {wantOnly} le besoin seul, et {both} les deux.',
  suppressed: 'Moins de 25 répondants ont répondu à assez de ces questions : rien n’est montré.',
  splitTitle: 'À l’abri de la peur, à l’abri du besoin',
  splitChart: 'La répartition en quatre, en pour cent. Le tableau dit la même chose.',
  splitCaption: 'La répartition en quatre, avec intervalles à 95 %, en pour cent',
  group: 'Groupe',
  respondents: 'n',
  lettersNote:
    'Une lettre : la part est significativement plus élevée que celle du groupe qui porte cette lettre (p < 0,05, Holm sur toutes les paires de groupes).',
  testYes: 'La répartition diffère entre les groupes : F({df1} ; {df2}) = {f}, p {p}.',
  testNo:
    'La répartition des groupes pourrait différer par le seul hasard : F({df1} ; {df2}) = {f}, p {p}. Cela ne montre pas qu’ils sont pareils.',
  testNone: 'Il n’y a pas de test des groupes : trop peu de répondants, ou une part où il n’y a personne.',
  bracketedNote: '(34) 25 à 49 répondants dans le groupe',
  suppressedNote: '(*) moins de 25 répondants dans le groupe : non montré',
  countsTitle: 'Combien de préoccupations ont les gens',
  countsCaption:
    'Nombre de préoccupations de peur (lignes) selon le nombre de préoccupations de besoin (colonnes), en pour cent de l’ensemble, avec les totaux et leurs intervalles à 95 %',
  fearNumber: 'Nombre de peurs',
  wantNumber: 'Nombre de besoins',
  total: 'Ensemble',
  ofAll: '% de l’ensemble',
  methodCounted: '{count} répondant | {count} répondants',
  methodHalf:
    'avec une réponse valide à la moitié au moins des préoccupations de chaque côté ({left} écartés)',
  methodEvery: 'avec une réponse valide à chaque préoccupation ({left} écartés)',
  methodInPart: 'chez {count} d’entre eux, une question sans réponse compte comme absence de préoccupation',
  methodSuppression:
    'règle EDS sur tous les répondants, ou ceux du groupe : moins de 25 masqué, 25 à 49 entre parenthèses',
  methodTest: 'F de Rao–Scott',
  tooManyGroups: 'Les {shown} premiers groupes sur {count} sont dessinés ; le tableau les a tous.',
};

import type { naive as english } from '../en/naive.ts';
import type { Translated } from '../languages.ts';

export const naive: Translated<typeof english> = {
  beside: 'Afficher aussi la réponse naïve',
  besideHelp: 'Ce que l’on aurait dit sans poids, strates ni grappes.',
  title: 'La réponse naïve',
  working: 'Calcul de la réponse naïve',
  none: 'Laisser de côté poids, strates et grappes ne changerait ce que l’on dit d’aucune des {all} paires.',
  flips:
    'Laisser de côté poids, strates et grappes changerait ce que l’on dit de {count} paire sur {all}. | Laisser de côté poids, strates et grappes changerait ce que l’on dit de {count} paires sur {all}.',
  show: 'Quelles paires',
  pair: 'Paire',
  design: 'Avec le plan de sondage',
  naive: 'Naïve',
  says: {
    more: 'plus souvent ensemble',
    less: 'moins souvent ensemble',
    chance: 'hasard possible',
  },
  pairLine: 'Une analyse naïve aurait dit {given} avec la peur, {otherwise} sans ; q {q}.',
  pairLineNoTest: 'Une analyse naïve aurait dit {given} avec la peur, {otherwise} sans.',
  splitLine: 'Naïve : {words}.',
  splitPart: '{part} {share}',
  splitGroups:
    'Sur {all} comparaison de groupes, elle en trancherait {count} autrement. | Sur {all} comparaisons de groupes, elle en trancherait {count} autrement.',
  short: 'naïve',
  apartLong: 'plus de 2 points d’écart',
  calledLong: 'serait dit plus élevé que {letters}',
  missedLong: 'ne serait pas dit plus élevé que {letters}',
  tableShares:
    'Laisser de côté poids, strates et grappes déplacerait de plus de 2 points {count} part sur {all}. | Laisser de côté poids, strates et grappes déplacerait de plus de 2 points {count} des {all} parts.',
  tableLetters:
    'Différences qu’elle annoncerait alors qu’elles peuvent être dues au hasard : {called}. Différences qui tiennent avec le plan de sondage et qu’elle manquerait : {missed}.',
  tableNote:
    'Naïve : comme si les lignes étaient un échantillon aléatoire simple ; sur un fond là où elle s’écarte de plus de 2 points. +A : elle dirait le chiffre plus élevé que celui de la colonne A, ce qui peut être dû au hasard ; −A : elle le manquerait.',
  nothingBeside: 'Il n’y a rien à côté de quoi mettre la réponse naïve.',
  rankLine:
    'Laisser de côté poids, strates et grappes changerait {count} rang sur {all}. | Laisser de côté poids, strates et grappes changerait {count} des {all} rangs.',
  apartLine:
    'Sur ses {all} paires de voisins, elle en dirait {apart} distinctes ; avec le plan de sondage, {designApart} sur {designAll} le sont.',
  neighbourLine:
    'Sur {all} paire voisine dans les deux ordres, elle en dirait {called} distinctes alors que ce peut être le hasard, et en manquerait {missed}. | Sur {all} paires voisines dans les deux ordres, elle en dirait {called} distinctes alors que ce peut être le hasard, et en manquerait {missed}.',
  groupLine:
    'Sur {all} comparaison d’un groupe avec tous les autres, elle en trancherait {count} autrement. | Sur {all} comparaisons d’un groupe avec tous les autres, elle en trancherait {count} autrement.',
  legendOutline: 'En contour : naïve, comme si les lignes étaient un échantillon aléatoire simple',
  rankNote: 'Sur un fond : ce que la réponse naïve dirait autrement d’un rang ou d’une différence',
  concernLine: 'Une analyse naïve aurait dit {share}, rang\u00a0{rank}.',
  notTold: 'hasard possible',
  splitOutside: 'Hors de l’intervalle selon le plan de sondage : {parts}.',
};

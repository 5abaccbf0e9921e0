import type { filter as english } from '../en/filter.ts';
import type { Translated } from '../languages.ts';

export const filter: Translated<typeof english> = {
  all: 'Tous les répondants',
  title: 'Qui est compté',
  lead: 'Tous ceux qui ont répondu comptent, à moins que vous n’en choisissiez une partie. Poids, strates et grappes restent tels quels.',
  add: 'Choisir d’après les réponses à…',
  answersOf: 'Réponses à {variable}',
  remove: 'Ne pas regarder {variable}',
  tooMany: '{variable} a trop de réponses différentes pour être cochées. Écrivez une condition ci-dessous.',
  expression: 'Comme condition',
  expressionHelp: 'Par exemple {example}',
  everyRoom: 'L’utiliser dans tous les espaces de résultats',
  everybody: 'Compter tout le monde',
  clear: 'Compter de nouveau tout le monde',
  open: 'Choisir qui est compté…',
  chip: 'Qui est compté\u00a0: {who}',
  saidEverywhere: 'Tous les espaces de résultats comptent maintenant les mêmes personnes.',
};

import type * as english from '../en/concerns.ts';
import type { Translated } from '../languages.ts';

export const concerns: Translated<typeof english.concerns> = {
  title: 'Préoccupations',
  lead: 'Quelles questions sont des préoccupations, de quelle liberté elles relèvent, et quelles réponses comptent comme préoccupé.',
  add: 'Ajouter…',
  emptyTitle: 'Pas encore de préoccupations',
  empty:
    'Une préoccupation est une question de l’enquête avec les réponses qui comptent comme préoccupé : « combien de fois vous êtes-vous senti en insécurité », avec « plusieurs fois » et « toujours » cochées. Désignez quelques questions comme peur et d’autres comme besoin, et Peur × besoin les croisera.',
  saved: 'Enregistré',
  saving: 'Enregistrement…',
  taggedCount: '{fear} peur · {want} besoin · {dignity} dignité',
  freedomOf: 'Liberté de {item}',
  dimensions: 'Dimensions',
  dimensionsNone: 'Ajouter une dimension',
  dimensionsOf: 'Dimensions de {item}',
  concernedWhen: 'Préoccupé si',
  concernedWhenOf: 'Réponses à {item} qui comptent comme préoccupé',
  tick: 'Cochez les réponses qui comptent comme préoccupé.',
  tooFew: 'Trop peu de répondants pour le montrer',
  moveUp: 'Monter {item}',
  moveDown: 'Descendre {item}',
  remove: 'Retirer {item}',
  removed: '{item} retiré',
  battery:
    'Cocher de même {count} question aux mêmes réponses | Cocher de même {count} questions aux mêmes réponses',
  tooMany: '{count} valeurs différentes : trop pour cocher. Seules celles qui ont un libellé sont listées.',
  next: 'Voir peur × besoin',
  waiting:
    '{count} préoccupation attend sa variable, que l’enquête n’a plus : {names}. | {count} préoccupations attendent leurs variables, que l’enquête n’a plus : {names}.',
  forget: 'Oublier',
  unknownVariable: 'Cette variable n’est plus dans l’enquête.',
  pickTitle: 'Ajouter des préoccupations',
  pickLead:
    'Choisissez des questions, puis dites de quelle liberté elles relèvent. Rien n’est désigné sans votre accord.',
  pickSearch: 'Nom ou libellé',
  picked: 'Aucune question choisie | {count} question choisie | {count} questions choisies',
  pickAs: 'Ajouter comme',
  pickBattery: 'Les {count} aux mêmes réponses',
  alreadyTagged: 'Désignée : {freedom}',
};

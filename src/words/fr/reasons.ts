import type { reasons as english } from '../en/reasons.ts';
import type { Translated } from '../languages.ts';

export const reasons: Translated<typeof english> = {
  noRespondents: 'Aucun répondant n’est au dénominateur.',
  noVariation:
    'Tous ont ici donné le même genre de réponse, si bien que rien ne varie ; une part de 0 % ou de 100 % a l’intervalle binomial exact.',
  noVariance: 'Le plan de sondage ne donne pas de variance ici : ni intervalle ni test.',
  noDegreesOfFreedom: 'Il n’y a pas plus d’UPS que de strates ici : ni intervalle ni test.',
  tooFewPsus: 'Il y a trop peu d’UPS pour tester autant de modalités.',
  singleCategory: 'Moins de deux modalités ont des répondants : il n’y a rien à comparer.',
  emptyCells: 'Trop de combinaisons de réponses sont vides pour un test.',
  singular: 'Les différences à tester ne sont pas indépendantes les unes des autres : il n’y a pas de test.',
  notPositive:
    'Personne n’a les deux, et un chiffre de 0 n’a pas d’intervalle sur une échelle logarithmique.',
  tooLarge: 'Il y a trop de chiffres à prendre ensemble : le calcul serait trop long.',
  beyondValues: 'Une borne de l’intervalle dépasse les réponses données ; elle est laissée de côté.',
  suppressed: 'Ce chiffre ne peut pas être montré : trop peu de répondants, ou secret statistique.',
};

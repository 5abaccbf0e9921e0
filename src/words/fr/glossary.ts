import type { glossary as english } from '../en/glossary.ts';
import type { Translated } from '../languages.ts';

export const glossary: Translated<typeof english> = {
  open: 'Expliquer les mots de la statistique',
  terms: {
    oddsRatio: {
      name: 'Rapport de cotes',
      text: 'Combien de fois la cote du besoin est plus élevée chez ceux qui ont la peur que chez les autres. 1 : aucun lien ; au-dessus de 1 : plus souvent ensemble.',
    },
    phi: {
      name: 'φ (phi)',
      text: 'La corrélation de deux réponses par oui ou non, de −1 à 1. 0 : aucun lien.',
    },
    lift: {
      name: 'Lift',
      text: 'Combien de fois plus souvent les gens ont les deux préoccupations que si elles n’avaient rien à voir l’une avec l’autre. 1 : aucun lien.',
    },
    q: {
      name: 'q',
      text: 'Le p d’une paire une fois toutes les paires testées ensemble. Parmi les paires dont le q est inférieur à 0,05, environ une sur vingt peut être due au hasard.',
    },
    se: {
      name: 'Erreur type (e.-t.)',
      text: 'De combien le chiffre d’un autre échantillon, tiré de la même façon, s’écarterait typiquement du vrai.',
    },
    interval: {
      name: 'Intervalle',
      text: 'Pour un intervalle à 95 %, 95 échantillons sur 100 tirés de la même façon en donneraient un qui contient le vrai chiffre.',
    },
    deff: {
      name: 'Effet de plan (Deff)',
      text: 'Combien de fois la variance est plus grande que dans un échantillon aléatoire simple d’autant de répondants. À 2, 1 000 répondants en disent autant que 500.',
    },
    letters: {
      name: 'Lettres',
      text: 'Une lettre après un chiffre désigne une colonne dont le chiffre est plus bas, de plus que le hasard ne l’expliquerait.',
    },
    psu: {
      name: 'UPS',
      text: 'Unité primaire de sondage : une zone ou une grappe tirée d’abord, et les répondants ensuite au sein de celle-ci.',
    },
    df: {
      name: 'Degrés de liberté (ddl)',
      text: 'Sur combien d’éléments indépendants repose une incertitude : les UPS moins les strates. S’il y en a peu, les intervalles sont larges.',
    },
  },
};

import type { about as english } from '../en/about.ts';
import type { Translated } from '../languages.ts';

export const about: Translated<typeof english> = {
  title: 'À propos de Larger Freedom',
  lead: 'La liberté de vivre à l’abri de la peur et à l’abri du besoin, dans une même enquête auprès des ménages, avec des intervalles qui découlent du plan de sondage.',
  version: 'Version {version}',
  offline:
    'Le programme n’ouvre aucune connexion. Une étude est un seul fichier sur cet ordinateur ; rien n’est envoyé.',
  cite: 'Pour le citer : Larger Freedom, version {version}, logiciel libre sous licence MIT.',
  own: 'Licence de Larger Freedom',
  parts: 'Repose sur le travail d’autrui : {count} paquet | Repose sur le travail d’autrui : {count} paquets',
  partsLead:
    'Chacun avec sa licence. Le programme de bureau contient aussi Electron, Chromium et Node.js ; leurs licences se trouvent à côté de lui.',
  part: '{name} {version}, {licence}',
};

import type { backups as english } from '../en/backups.ts';
import type { Translated } from '../languages.ts';

export const backups: Translated<typeof english> = {
  title: 'Copies de cette étude',
  open: 'Copies de cette étude…',
  lead: 'Des copies sont faites pendant que vous travaillez, et gardées dans {folder}. Elles contiennent toutes les réponses de l’étude : qui peut lire ce dossier peut les lire.',
  none: 'Il n’y a pas encore de copie.',
  make: 'Faire une copie',
  made: 'Une copie a été faite.',
  restore: 'Ouvrir comme nouvelle étude',
  restoreOf: 'Ouvrir comme nouvelle étude : la copie du {when}',
  restoreLead: 'L’étude telle qu’elle est reste où elle est.',
  restored: 'La copie est ouverte sous le nom {name}. L’autre étude est restée telle quelle.',
  beforeUpdate: 'avant une mise à jour du fichier',
  updated:
    'Cette étude a été faite avec une version plus ancienne du programme. Elle a été mise à jour ; une copie de son état d’avant est gardée.',
  failed: 'Votre travail est enregistré, mais aucune copie n’a pu en être faite. {why}',
  remove: 'Supprimer toutes les copies',
  removeSure: 'Supprimer {count} copie ? | Supprimer {count} copies ?',
  removed: '{count} copie a été supprimée. | {count} copies ont été supprimées.',
  goBack: 'Chercher une copie',
  rescue: 'Sauver ce qui est lisible',
  rescueTitle: 'Ce qui a été sauvé',
  rescueLead: 'C’est une nouvelle étude, {name}. Celle qui est endommagée n’a pas été modifiée.',
  rescuedColumns: '{survey} : {count} variable est intacte. | {survey} : {count} variables sont intactes.',
  lostColumns: 'Perdu : {names}.',
  lostUnnamed: 'Perdu avec son nom : {count} variable. | Perdu avec leurs noms : {count} variables.',
  nameless: 'Perdu : le nom de cette enquête et son plan de sondage. Indiquez-les de nouveau.',
  lostParts: 'Tout n’a pas pu être lu de : {parts}.',
  part: {
    variableEdit: 'libellés et codes manquants modifiés',
    derived: 'nouvelles variables',
    responseSet: 'questions multiples',
    concern: 'préoccupations',
    reading: 'lecture des fichiers',
    analysis: 'analyses conservées',
    survey: 'ce que les fichiers disent des enquêtes, et leur plan de sondage',
  },
  lookOver:
    'Les variables et leurs valeurs sont telles qu’elles étaient, chacune vérifiée par sa somme de contrôle. Ce que vous en avez dit n’en a pas : relisez le plan de sondage, les préoccupations, les nouvelles variables et les libellés modifiés.',
  unchecked:
    'Cette étude date d’avant les sommes de contrôle : ce qui a été lu n’a pas pu être vérifié. Comparez-le au fichier de l’enquête.',
  showStudy: 'L’ouvrir',
};

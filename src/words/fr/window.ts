import { about } from './about.ts';
import { analyses } from './analyses.ts';
import { backups } from './backups.ts';
import { commands, elsewhere, recent } from './commands.ts';
import { design, moreDesign } from './design.ts';
import { concerns } from './concerns.ts';
import { matrix, pair } from './matrix.ts';
import { start, preview } from './start.ts';
import { survey, roles, variables, selection } from './survey.ts';
import { derive, edit, sets } from './derive.ts';
import { exportWords } from './export.ts';
import { filter } from './filter.ts';
import { formats, formatVersions } from './formats.ts';
import { freedoms } from './freedoms.ts';
import { glossary } from './glossary.ts';
import { history } from './history.ts';
import { naive } from './naive.ts';
import { notice, personal } from './notice.ts';
import { priorities } from './priorities.ts';
import { publication } from './publication.ts';
import { code } from './code.ts';
import { protection } from './protection.ts';
import { reading } from './reading.ts';
import { reasons } from './reasons.ts';
import { suggestions } from './suggestions.ts';
import { tables } from './tables.ts';
import { waves } from './waves.ts';
import type { window as english } from '../en/window.ts';
import type { Translated } from '../languages.ts';

export const window: Translated<typeof english> = {
  about,
  protection,
  common: {
    close: 'Fermer',
    cancel: 'Annuler',
    none: 'Aucun',
    note: 'Note\u00a0',
    notes: 'Pourquoi des chiffres manquent',
    undo: 'Annuler',
    tryAgain: 'Réessayer',
    clear: 'Effacer {what}',
    andMore: '{list} et {count} autres',
    nothingFound: 'Rien trouvé',
    noGroup:
      'Rien trouvé. Une variable de {least} à {count} réponses différentes, qui n’est pas une préoccupation, peut former des groupes.',
    moreFound: 'encore {count} : tapez pour préciser',
    loading: 'Chargement',
    respondents: 'n = {count}',
    counted: '{what} ({count})',
    moreNotes:
      'encore {count} note, importée avec le fichier | encore {count} notes, importées avec le fichier',
  },
  reason: reasons,
  freedom: { fear: 'Peur', want: 'Besoin', dignity: 'Dignité' },
  dimension: {
    economic: 'Économique',
    food: 'Alimentaire',
    health: 'Sanitaire',
    environmental: 'Environnementale',
    personal: 'Personnelle',
    community: 'De la communauté',
    political: 'Politique',
  },
  app: {
    name: 'Larger Freedom',
    noBridgeTitle: 'Cette page a perdu son programme',
    noBridge:
      'Larger Freedom travaille par un programme de cet ordinateur, et cette page ne peut pas le joindre. Rouvrez l’application, ou utilisez l’adresse qu’affiche « larger-freedom serve ».',
  },
  shell: {
    rooms: 'Espaces',
    survey: 'Enquête',
    concerns: 'Préoccupations',
    matrix: 'Peur × besoin',
    tables: 'Tableaux',
    priorities: 'Priorités',
    closeStudy: 'Études',
    backToStudies: 'Retour à toutes les études',
    chooseSurvey: 'Enquête',
    madeUp: 'Données fictives',
    madeUpShort: 'Données fictives',
    theme: 'Apparence',
    themeSystem: 'Comme le système',
    themeLight: 'Claire',
    themeDark: 'Sombre',
    language: 'Langue',
    languageSystem: 'Comme le système',
    languageDigits: 'Chiffres bengalis',
    notKept: 'Pour cette fois seulement : {problem}',
    skip: 'Aller au contenu',
    dropHere: 'Déposez pour ouvrir',
    dropJoins: 'Déposez son formulaire ou dictionnaire pour l’ajouter, ou un autre fichier pour l’ouvrir',
  },
  design,
  start,
  preview,
  recent,
  commands,
  elsewhere,
  backups,
  formats,
  formatVersions,
  publication,
  code,
  priorities,
  tables,
  filter,
  analyses,
  history,
  reading,
  derive,
  edit,
  sets,
  waves,
  personal,
  survey,
  export: exportWords,
  roles,
  moreDesign,
  notice,
  variables,
  selection,
  concerns,
  suggestions,
  matrix,
  freedoms,
  glossary,
  naive,
  pair,
};

import type {
  commands as englishCommands,
  elsewhere as englishElsewhere,
  recent as englishRecent,
} from '../en/commands.ts';
import type { Translated } from '../languages.ts';

export const recent: Translated<typeof englishRecent> = {
  title: 'Ouvertes récemment',
  clear: 'Vider la liste',
  forget: 'Retirer {name} de la liste',
  missing: 'N’est plus à {place}',
  others: 'Autres études du dossier',
};

export const elsewhere: Translated<typeof englishElsewhere> = {
  otherWindow: 'Ouverte dans une autre fenêtre ou un autre onglet : rien ne peut être enregistré ici.',
  otherProgram: 'Ouverte dans un autre programme : rien ne peut être enregistré ici.',
  notWritable:
    'Le fichier ou le dossier de cette étude ne peut pas être modifié : rien ne peut être enregistré ici.',
  still: 'Toujours le cas.',
  shown: 'Cette fenêtre est maintenant au premier plan.',
  look: 'La consulter ici',
};

export const commands: Translated<typeof englishCommands> = {
  title: 'Recherche et commandes',
  search: 'Chercher une commande, une variable, une préoccupation',
  placeholder: 'Chercher espaces, actions, variables, préoccupations…',
  help: '↑ ↓ pour choisir, Entrée pour y aller, Échap pour fermer',
  open: 'Ouvrir un fichier…',
  newWindow: { desktop: 'Nouvelle fenêtre', browser: 'Nouvel onglet' },
  export: 'Exporter cette enquête…',
  design: 'Montrer le plan de sondage',
  light: 'Apparence : claire',
  dark: 'Apparence : sombre',
  system: 'Apparence : celle du système',
  language: 'Langue : {language}',
  languageSystem: 'Langue : celle du système',
  digits: { western: 'Chiffres occidentaux', bangla: 'Chiffres bengalis' },
  shortcuts: 'Raccourcis clavier',
  shortcutsLead: 'Ils agissent partout, sauf si une boîte de dialogue est ouverte.',
  group: {
    rooms: 'Espaces',
    actions: 'Actions',
    analyses: 'Analyses conservées',
    surveys: 'Enquêtes de cette étude',
    recent: 'Études ouvertes récemment',
    concerns: 'Préoccupations',
    variables: 'Variables',
  },
};

/** Studies opened before, and what can be reached with the keyboard from anywhere. */
export const recent = {
  title: 'Opened lately',
  clear: 'Clear list',
  forget: 'Take {name} off the list',
  missing: 'No longer at {place}',
  others: 'Other studies in the folder',
};

/** A study that somebody else has open, or that cannot be written. */
export const elsewhere = {
  otherWindow: 'Open in another window or tab: changes cannot be saved here.',
  otherProgram: 'Open in another program: changes cannot be saved here.',
  notWritable: 'This study’s file or folder cannot be written: changes cannot be saved here.',
  still: 'Still so.',
  shown: 'That window is in front now.',
  look: 'Look at it here',
};

export const commands = {
  title: 'Search and commands',
  search: 'Search commands, variables and concerns',
  placeholder: 'Search rooms, actions, variables, concerns…',
  help: '↑ ↓ to choose, Enter to go there, Esc to close',
  open: 'Open a file…',
  newWindow: { desktop: 'New window', browser: 'New tab' },
  export: 'Export this survey…',
  design: 'Show how the sample was drawn',
  light: 'Appearance: light',
  dark: 'Appearance: dark',
  system: 'Appearance: as the system',
  language: 'Language: {language}',
  languageSystem: 'Language: as the system',
  digits: { western: 'Western digits', bangla: 'Bangla digits' },
  shortcuts: 'Keyboard shortcuts',
  shortcutsLead: 'They work from anywhere, unless a dialog is open.',
  group: {
    rooms: 'Rooms',
    actions: 'Actions',
    analyses: 'Kept analyses',
    surveys: 'Surveys of this study',
    recent: 'Studies opened lately',
    concerns: 'Concerns',
    variables: 'Variables',
  },
};

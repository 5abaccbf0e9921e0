import { about } from './about.ts';
import { analyses } from './analyses.ts';
import { backups } from './backups.ts';
import { commands, elsewhere, recent } from './commands.ts';
import { design, moreDesign } from './design.ts';
import { concerns } from './concerns.ts';
import { matrix, pair } from './matrix.ts';
import { start, preview } from './start.ts';
import { survey, roles, variables, selection } from './survey.ts';
import { exportWords } from './export.ts';
import { filter } from './filter.ts';
import { formats, formatVersions } from './formats.ts';
import { freedoms } from './freedoms.ts';
import { glossary } from './glossary.ts';
import { history } from './history.ts';
import { naive } from './naive.ts';
import { notice, personal } from './notice.ts';
import { derive, edit, sets } from './derive.ts';
import { priorities } from './priorities.ts';
import { publication } from './publication.ts';
import { code } from './code.ts';
import { protection } from './protection.ts';
import { reading } from './reading.ts';
import { reasons } from './reasons.ts';
import { suggestions } from './suggestions.ts';
import { tables } from './tables.ts';
import { waves } from './waves.ts';

/** The words of the window in English, by room. `{name}` is filled in; `one | many` follow a count. */
export const window = {
  about,
  protection,
  common: {
    close: 'Close',
    cancel: 'Cancel',
    none: 'None',
    note: 'Note ',
    notes: 'Why figures are not there',
    undo: 'Undo',
    tryAgain: 'Try again',
    clear: 'Clear {what}',
    andMore: '{list} and {count} more',
    nothingFound: 'Nothing found',
    noGroup:
      'Nothing found. A variable with {least} to {count} different answers, that is no concern, can make groups.',
    moreFound: '{count} more: type to narrow down',
    loading: 'Loading',
    respondents: 'n = {count}',
    counted: '{what} ({count})',
    moreNotes:
      '{count} more note, which comes in with the file | {count} more notes, which come in with the file',
  },
  reason: reasons,
  freedom: { fear: 'Fear', want: 'Want', dignity: 'Dignity' },
  dimension: {
    economic: 'Economic',
    food: 'Food',
    health: 'Health',
    environmental: 'Environmental',
    personal: 'Personal',
    community: 'Community',
    political: 'Political',
  },
  app: {
    name: 'Larger Freedom',
    noBridgeTitle: 'This page has lost its program',
    noBridge:
      'Larger Freedom works through a program on this computer, and this page cannot reach it. Open the app again, or use the address that “larger-freedom serve” prints.',
  },
  shell: {
    rooms: 'Rooms',
    survey: 'Survey',
    concerns: 'Concerns',
    matrix: 'Fear × Want',
    tables: 'Tables',
    priorities: 'Priorities',
    closeStudy: 'Studies',
    backToStudies: 'Back to all studies',
    chooseSurvey: 'Survey',
    madeUp: 'Made-up data for teaching',
    madeUpShort: 'Made-up data',
    theme: 'Appearance',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    languageSystem: 'As the system',
    languageDigits: 'Bangla digits',
    notKept: 'For now only: {problem}',
    skip: 'Skip to the content',
    dropHere: 'Drop to open',
    dropJoins: 'Drop its form or codebook to add it, or another file to open it',
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
  priorities,
  publication,
  code,
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

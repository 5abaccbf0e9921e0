import type { window as english } from '../en/window.ts';
import type { Translated } from '../languages.ts';
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

export const window: Translated<typeof english> = {
  about,
  protection,
  common: {
    close: 'বন্ধ করুন',
    cancel: 'বাতিল',
    none: 'কোনোটি নয়',
    note: 'টীকা\u00a0',
    notes: 'সংখ্যা কেন নেই',
    undo: 'ফেরান',
    tryAgain: 'আবার চেষ্টা',
    clear: '{what} মুছুন',
    andMore: '{list} এবং আরও {count}টি',
    nothingFound: 'কিছু পাওয়া যায়নি',
    noGroup: 'কিছু পাওয়া যায়নি। {least} থেকে {count}টি ভিন্ন উত্তর আছে এবং উদ্বেগ নয়, এমন চলক দিয়ে দল করা যায়।',
    moreFound: 'আরও {count}টি: কমাতে আরও লিখুন',
    loading: 'লোড হচ্ছে',
    respondents: 'n = {count}',
    counted: '{what} ({count})',
    moreNotes: 'আরও {count}টি টীকা, যা ফাইলের সঙ্গে আসে | আরও {count}টি টীকা, যা ফাইলের সঙ্গে আসে',
  },
  reason: reasons,
  freedom: { fear: 'ভয়', want: 'অভাব', dignity: 'মর্যাদা' },
  dimension: {
    economic: 'অর্থনৈতিক',
    food: 'খাদ্য',
    health: 'স্বাস্থ্য',
    environmental: 'পরিবেশগত',
    personal: 'ব্যক্তিগত',
    community: 'সামাজিক',
    political: 'রাজনৈতিক',
  },
  app: {
    name: 'Larger Freedom',
    noBridgeTitle: 'এই পাতা প্রোগ্রামের নাগাল পাচ্ছে না',
    noBridge:
      'Larger Freedom এই কম্পিউটারের একটি প্রোগ্রামের মাধ্যমে কাজ করে, আর এই পাতা তার নাগাল পাচ্ছে না। প্রোগ্রামটি আবার খুলুন, অথবা “larger-freedom serve” যে ঠিকানা দেখায় তা ব্যবহার করুন।',
  },
  shell: {
    rooms: 'কক্ষ',
    survey: 'জরিপ',
    concerns: 'উদ্বেগ',
    matrix: 'ভয় × অভাব',
    tables: 'সারণি',
    priorities: 'অগ্রাধিকার',
    closeStudy: 'সমীক্ষা',
    backToStudies: 'সব সমীক্ষায় ফিরুন',
    chooseSurvey: 'জরিপ',
    madeUp: 'প্রশিক্ষণের কৃত্রিম উপাত্ত',
    madeUpShort: 'কৃত্রিম উপাত্ত',
    theme: 'রূপ',
    themeSystem: 'সিস্টেমের মতো',
    themeLight: 'উজ্জ্বল',
    themeDark: 'গাঢ়',
    language: 'ভাষা',
    languageSystem: 'সিস্টেমের মতো',
    languageDigits: 'বাংলা অঙ্ক',
    notKept: 'কেবল এখনকার জন্য: {problem}',
    skip: 'মূল অংশে যান',
    dropHere: 'খুলতে এখানে ছাড়ুন',
    dropJoins: 'যোগ করতে এর ফর্ম বা কোডবই, অথবা খুলতে অন্য ফাইল ছাড়ুন',
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
  tables,
  filter,
  publication,
  code,
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

import type {
  commands as englishCommands,
  elsewhere as englishElsewhere,
  recent as englishRecent,
} from '../en/commands.ts';
import type { Translated } from '../languages.ts';

export const recent: Translated<typeof englishRecent> = {
  title: 'সম্প্রতি খোলা',
  clear: 'তালিকা মুছুন',
  forget: '{name} তালিকা থেকে সরান',
  missing: '{place}-এ আর নেই',
  others: 'ফোল্ডারের অন্যান্য সমীক্ষা',
};

export const elsewhere: Translated<typeof englishElsewhere> = {
  otherWindow: 'অন্য উইন্ডো বা ট্যাবে খোলা: এখানে পরিবর্তন সংরক্ষণ করা যাবে না।',
  otherProgram: 'অন্য প্রোগ্রামে খোলা: এখানে পরিবর্তন সংরক্ষণ করা যাবে না।',
  notWritable: 'এই সমীক্ষার ফাইল বা ফোল্ডারে লেখা যায় না: এখানে পরিবর্তন সংরক্ষণ করা যাবে না।',
  still: 'এখনও তাই।',
  shown: 'ঐ উইন্ডোটি এখন সামনে আছে।',
  look: 'এখানে দেখুন',
};

export const commands: Translated<typeof englishCommands> = {
  title: 'অনুসন্ধান ও কমান্ড',
  search: 'কমান্ড, চলক ও উদ্বেগ খুঁজুন',
  placeholder: 'কক্ষ, কাজ, চলক, উদ্বেগ খুঁজুন…',
  help: 'বাছাই করতে ↑ ↓, যেতে Enter, বন্ধ করতে Esc',
  open: 'ফাইল খুলুন…',
  newWindow: { desktop: 'নতুন উইন্ডো', browser: 'নতুন ট্যাব' },
  export: 'এই জরিপ রপ্তানি…',
  design: 'নমুনা কীভাবে নেওয়া হয়েছে দেখান',
  light: 'রূপ: উজ্জ্বল',
  dark: 'রূপ: গাঢ়',
  system: 'রূপ: সিস্টেমের মতো',
  language: 'ভাষা: {language}',
  languageSystem: 'ভাষা: সিস্টেমের মতো',
  digits: { western: 'ইংরেজি অঙ্ক', bangla: 'বাংলা অঙ্ক' },
  shortcuts: 'কিবোর্ড শর্টকাট',
  shortcutsLead: 'কোনো ডায়ালগ খোলা না থাকলে এগুলো সব জায়গায় কাজ করে।',
  group: {
    rooms: 'কক্ষ',
    actions: 'কাজ',
    analyses: 'সংরক্ষিত বিশ্লেষণ',
    surveys: 'এই সমীক্ষার জরিপ',
    recent: 'সম্প্রতি খোলা সমীক্ষা',
    concerns: 'উদ্বেগ',
    variables: 'চলক',
  },
};

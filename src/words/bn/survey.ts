import type * as english from '../en/survey.ts';
import type { Translated } from '../languages.ts';

export const survey: Translated<typeof english.survey> = {
  title: 'জরিপ',
  summary: '{rows} জন উত্তরদাতা · {variables}টি চলক · {format} · {file}',
  tabs: 'জরিপের অংশ',
  setUp: 'প্রস্তুতি',
  variables: 'চলক',
  next: 'এরপর: উদ্বেগ চিহ্নিত করুন',
};

export const roles: Translated<typeof english.roles> = {
  title: 'নমুনা কীভাবে নেওয়া হয়েছে',
  lead: 'নমুনায়ন প্রতিবেদন থেকে। প্রতিটি পরিবর্তন সঙ্গে সঙ্গে কার্যকর হয়।',
  weight: 'ভার',
  strata: 'স্তর',
  psu: 'গুচ্ছ (পিএসইউ)',
  area: 'এলাকা',
  weightHelp: 'প্রত্যেক উত্তরদাতা কতটা গণ্য, যাতে নমুনা জনগোষ্ঠীর প্রতিনিধিত্ব করে।',
  strataHelp: 'যে ভাগগুলো থেকে আলাদাভাবে নমুনা নেওয়া হয়েছে।',
  psuHelp: 'যে এলাকাগুলো আগে নির্বাচন করে পরে সেখানে মানুষের সাক্ষাৎকার নেওয়া হয়েছে।',
  areaHelp: 'বিভাগ, জেলা বা উপজেলা, পরে তুলনার জন্য।',
  lonely: 'কোনো স্তরে একটিমাত্র পিএসইউ থাকলে',
  saving: 'সংরক্ষণ হচ্ছে…',
};

export const variables: Translated<typeof english.variables> = {
  search: 'নাম ও লেবেল খুঁজুন',
  count: '{count}টি চলকের মধ্যে {shown}টি',
  list: 'চলক',
  missing: '{share} অনুপস্থিত',
  none: '“{query}”-এর সঙ্গে কোনো চলক মেলে না।',
  choose: 'উত্তর দেখতে একটি চলক বাছাই করুন।',
  type: { numeric: 'সংখ্যা', text: 'লেখা', date: 'তারিখ', datetime: 'তারিখ ও সময়', time: 'সময়' },
  measure: {
    labelled: 'লেবেলযুক্ত উত্তর',
    nominal: 'নামসূচক',
    ordinal: 'ক্রমসূচক',
    scale: 'পরিমাপ',
    unknown: 'পরিমাপ অজানা',
  },
  valid: '{count}টি বৈধ',
  missingCount: '{count}টি অনুপস্থিত',
  distinct: '{count}টি ভিন্ন মান | {count}টি ভিন্ন মান',
  distinctMany: '200-এর বেশি ভিন্ন মান',
  code: 'কোড',
  label: 'লেবেল',
  share: 'ভারযুক্ত অংশ',
  n: 'n',
  shareUnweighted: 'অংশ, ভারহীন',
  treatMissing: '{label} অনুপস্থিত বলে আলাদা করুন',
  missingKind: { declared: 'অনুপস্থিত, ফাইল অনুযায়ী', marked: 'অনুপস্থিত, আপনার চিহ্ন', system: 'উত্তর নেই' },
  markMissing: 'অনুপস্থিত',
  notListed: 'এত বেশি ভিন্ন ভিন্ন লেখা আছে যে তালিকা করা যায় না।',
  nothing: 'এতে কারও উত্তর নেই।',
  truncated: 'কেবল প্রথম {count}টি মান দেখানো হয়েছে।',
  noLabel: 'লেবেল নেই',
  notes: 'ফাইলের টীকা',
  span: '{first} থেকে {last}',
  band: '{from} – {to}',
  tag: 'উদ্বেগ হিসেবে চিহ্ন:',
  tagAs: '{variable}-কে উদ্বেগ হিসেবে চিহ্নিত করুন: {freedom}',
  tagged: 'চিহ্নিত: {freedom}',
  openConcerns: 'উদ্বেগ কক্ষে খুলুন',
};

export const selection: Translated<typeof english.selection> = {
  title: 'একসঙ্গে বাছাই করা চলক',
  count: '{count}টি চলক বাছাই করা | {count}টি চলক বাছাই করা',
  all: 'এই {count}টি বাছাই করুন',
  set: 'সেট তৈরি করুন…',
  missing: 'অনুপস্থিত কোড',
  tagAs: '{count}টি চিহ্নিত করুন: {freedom}',
  clear: 'বাছাই তুলুন',
};

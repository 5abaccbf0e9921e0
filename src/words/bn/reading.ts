import type { reading as english } from '../en/reading.ts';
import type { Translated } from '../languages.ts';

export const reading: Translated<typeof english> = {
  title: 'ফাইল যেভাবে পড়া হয়',
  sheet: 'শিট',
  delimiter: 'ঘরের বিভাজক',
  decimal: 'দশমিক চিহ্ন',
  encoding: 'এনকোডিং',
  language: 'লেবেলের ভাষা',
  delimiters: { comma: 'কমা ,', semicolon: 'সেমিকোলন ;', tab: 'ট্যাব', bar: 'দণ্ড \u2758' },
  decimals: { point: 'বিন্দু 1.5', comma: 'কমা 1,5' },
  withRows: '{name} ({rows}টি সারি) | {name} ({rows}টি সারি)',
  companion: 'ফর্ম বা কোডবই',
  addCompanion: 'ফর্ম বা কোডবই যোগ করুন…',
  withoutCompanion: '{file} ছাড়া পড়ুন',
  remove: 'সরান',
  leftOut: 'চলক নেই, তাই আনা হয়নি: {names}।',
  labels: {
    both: 'ফাইলে ফর্মের লেবেল আছে: প্রশ্নগুলো তাদের নাম ও উত্তরগুলো তাদের কোড পায়।',
    headers: 'শিরোনামে ফর্মের প্রশ্নের লেবেল আছে: প্রশ্নগুলো তাদের নাম পায়।',
    answers: 'উত্তরগুলো ফর্মের লেবেল: এগুলো তাদের কোড পায়।',
  },
  unknownDates: 'বোঝা যায় এমন তারিখ বা সময় নয়, তাই লেখা হিসেবে রাখা হয়েছে: {texts}।',
  unknownAnswers: 'কোনো একক বিকল্পের লেবেল নয়, তাই লেখা হিসেবে রাখা হয়েছে: {texts}।',
  again: 'আবার পড়া হচ্ছে',
  repeats: 'এগুলোও আনুন, প্রতিটি একই সমীক্ষায় আলাদা জরিপ হিসেবে, নিজ খানার ভার, স্তর, গুচ্ছ ও এলাকাসহ',
};

import type { menuWords as english } from '../en/menu.ts';
import type { Translated } from '../languages.ts';

export const menuWords: Translated<typeof english> = {
  file: 'ফাইল',
  newWindow: 'নতুন উইন্ডো',
  view: 'প্রদর্শন',
  language: 'ভাষা',
  languageSystem: 'সিস্টেমের ভাষা',
  digits: 'বাংলা অঙ্ক',
  notKept: 'এটি কেবল এখনকার জন্য: সেটিংস সংরক্ষণ করা যাচ্ছে না।',
};

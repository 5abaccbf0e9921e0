import type { about as english } from '../en/about.ts';
import type { Translated } from '../languages.ts';

export const about: Translated<typeof english> = {
  title: 'Larger Freedom সম্পর্কে',
  lead: 'একই খানা জরিপে ভয় থেকে মুক্তি ও অভাব থেকে মুক্তি পাশাপাশি, নমুনা যেভাবে নেওয়া হয়েছে সেই অনুযায়ী আস্থা ব্যবধানসহ।',
  version: 'সংস্করণ {version}',
  offline: 'এটি কোনো সংযোগ খোলে না। একটি স্টাডি এই কম্পিউটারের একটিমাত্র ফাইল; কিছুই কোথাও পাঠানো হয় না।',
  cite: 'উদ্ধৃতির জন্য: Larger Freedom, সংস্করণ {version}, MIT লাইসেন্সের অধীন মুক্ত সফটওয়্যার।',
  own: 'Larger Freedom-এর লাইসেন্স',
  parts: 'অন্যদের কাজ দিয়ে তৈরি: {count}টি প্যাকেজ | অন্যদের কাজ দিয়ে তৈরি: {count}টি প্যাকেজ',
  partsLead:
    'প্রতিটির সঙ্গে তার লাইসেন্স। ডেস্কটপ প্রোগ্রামে Electron, Chromium ও Node.js-ও আছে; সেগুলোর লাইসেন্স প্রোগ্রামের পাশেই রাখা।',
  part: '{name} {version}, {licence}',
};

import type { about as english } from '../en/about.ts';
import type { Translated } from '../languages.ts';

export const about: Translated<typeof english> = {
  title: 'Larger Freedom পরিচিতি',
  lead: 'একই খানা জরিপে ভয় থেকে মুক্তির পাশে অভাব থেকে মুক্তি, নমুনা যেভাবে নেওয়া হয়েছে তা থেকে পাওয়া আস্থা ব্যবধানসহ।',
  version: 'সংস্করণ {version}',
  offline: 'এটি কোনো সংযোগ খোলে না। একটি সমীক্ষা এই কম্পিউটারের একটি ফাইল; কোথাও কিছু পাঠানো হয় না।',
  cite: 'উদ্ধৃতি: Larger Freedom, সংস্করণ {version}, MIT লাইসেন্সে মুক্ত সফটওয়্যার।',
  own: 'Larger Freedom-এর লাইসেন্স',
  parts: 'অন্যদের কাজ দিয়ে তৈরি: {count}টি প্যাকেজ | অন্যদের কাজ দিয়ে তৈরি: {count}টি প্যাকেজ',
  partsLead:
    'প্রতিটি নিজ লাইসেন্সসহ। ডেস্কটপ প্রোগ্রামে Electron, Chromium ও Node.js-ও আছে; তাদের লাইসেন্স পাশেই রাখা।',
  part: '{name} {version}, {licence}',
};

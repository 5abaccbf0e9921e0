import type { filter as english } from '../en/filter.ts';
import type { Translated } from '../languages.ts';

export const filter: Translated<typeof english> = {
  all: 'সব উত্তরদাতা',
  title: 'কাদের গণনা করা হচ্ছে',
  lead: 'আপনি কয়েকজনকে বেছে না নিলে যাঁরা উত্তর দিয়েছেন সবাই গণ্য হন। ভার, স্তর ও গুচ্ছ যেমন আছে তেমনই থাকে।',
  add: 'শুধু যাঁরা নির্দিষ্ট উত্তর দিয়েছেন…',
  answersOf: '{variable}-এর উত্তর',
  remove: '{variable} দেখা হবে না',
  tooMany: '{variable}-এর ভিন্ন ভিন্ন উত্তর এত বেশি যে টিক দেওয়া যায় না। নিচে একটি শর্ত লিখুন।',
  expression: 'শর্ত হিসেবে',
  expressionHelp: 'যেমন {example}',
  everyRoom: 'ফলাফলের সব কক্ষে এটি ব্যবহার করুন',
  everybody: 'সবাইকে গণনা করুন',
  clear: 'আবার সবাইকে গণনা করুন',
  open: 'কাদের গণনা করা হবে বেছে নিন…',
  chip: 'কাদের গণনা করা হচ্ছে: {who}',
  saidEverywhere: 'এখন ফলাফলের সব কক্ষে একই মানুষদের গণনা করা হচ্ছে।',
};

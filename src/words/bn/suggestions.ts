import type { suggestions as english } from '../en/suggestions.ts';
import type { Translated } from '../languages.ts';

export const suggestions: Translated<typeof english> = {
  title: 'প্রস্তাবিত',
  lead: 'লেবেল ও উত্তরের শব্দ দেখে। যা ঠিক তা যোগ করুন; বাকিগুলোতে হাত দেওয়া হয় না।',
  count: '{count}টি প্রস্তাব | {count}টি প্রস্তাব',
  concernedWhen: 'উদ্বিগ্ন, যদি: {answers}',
  word: '“{word}”',
  found: '{words} শব্দে পাওয়া',
  likely: 'সম্ভবত, নিশ্চিত নয়',
  add: 'যোগ করুন',
  addOne: '{item} যোগ করুন: {freedom}',
  addAll: '{count}টির সব যোগ করুন',
  addAllOf: '{answers} উত্তরসহ {count}টির সব যোগ করুন',
  dismiss: '{item} বাতিল করুন',
  added: '{count}টি উদ্বেগ যোগ হয়েছে | {count}টি উদ্বেগ যোগ হয়েছে',
  dismissed: '{item} বাতিল হয়েছে',
  dismissedCount: '{count}টি বাতিল | {count}টি বাতিল',
  bringBack: 'ফিরিয়ে আনুন',
  show: 'প্রস্তাব দেখান',
  hide: 'প্রস্তাব লুকান',
};

import { z } from 'zod';

export { localeOf } from './localeOf.ts';

export const language = z.enum(['en', 'fr', 'bn']);
/** Of numbers; only Bangla knows others than the western ones. */
export const digits = z.enum(['western', 'bangla']);

/** In what language, and with which digits, somebody reads. */
export const reader = z.strictObject({ language: language.default('en'), digits: digits.default('western') });
export type Reader = z.infer<typeof reader>;

import { catalogue as bangla } from './bn/catalogue.ts';
import { catalogue as english } from './en/catalogue.ts';
import { catalogue as french } from './fr/catalogue.ts';
import type { Language, Translated } from './languages.ts';

export type Catalogue = Translated<typeof english>;

/** By language. The window fetches the one that it needs by itself. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, fr: french, bn: bangla };

import type { Catalogue } from '#words/catalogues.ts';
import type { Language } from '#words/languages.ts';

/** By language, each a file of its own that is fetched when it is needed. */
const loads: Readonly<Record<Language, () => Promise<{ readonly catalogue: Catalogue }>>> = {
  en: () => import('#words/en/catalogue.ts'),
  fr: () => import('#words/fr/catalogue.ts'),
  bn: () => import('#words/bn/catalogue.ts'),
};

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { catalogue } = await loads[language]();
  return catalogue;
}

import type { Catalogue } from '#words/catalogues.ts';
import { languages, type Language } from '#words/languages.ts';

type Load = () => Promise<{ readonly catalogue: Catalogue }>;

const english: Load = () => import('#words/en/catalogue.ts');
/** By language, each a file of its own that is fetched when it is needed. */
const loads: Readonly<Partial<Record<Language, Load>>> = {
  en: english,
  fr: () => import('#words/fr/catalogue.ts'),
};

/** What can be chosen. */
export const offeredLanguages: readonly Language[] = languages.filter((each) => loads[each] !== undefined);

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { catalogue } = await (loads[language] ?? english)();
  return catalogue;
}

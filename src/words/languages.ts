/** The languages that the program speaks, each by its own name. */
export const languageNames = { en: 'English', fr: 'Français', bn: 'বাংলা' } as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as readonly Language[];

/** The first of the languages somebody reads, as a system or a browser lists them, that the program speaks. */
export function languageFrom(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) =>
    languages.find((each) => each === tag.split(/[-_]/)[0].toLowerCase()),
  );
  return spoken.find((each) => each !== undefined) ?? 'en';
}

/** The same messages in another language: no key more, none less. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

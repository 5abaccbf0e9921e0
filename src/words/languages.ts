/** The languages that the program speaks, each by its own name. */
export const languageNames = { en: 'English', fr: 'Français', bn: 'বাংলা' } as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as readonly Language[];

/** The same messages in another language: no key more, none less. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

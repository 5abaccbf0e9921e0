interface Reader {
  readonly language: 'en' | 'fr' | 'bn';
  readonly digits: 'western' | 'bangla';
}

/** As `Intl` names the language and the digits of a reader; only Bangla has digits of its own. */
export function localeOf({ language, digits }: Reader): string {
  if (language !== 'bn') return language;
  return digits === 'bangla' ? 'bn-u-nu-beng' : 'bn-u-nu-latn';
}

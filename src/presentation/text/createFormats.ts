import type { Estimate } from '#contract/estimate.ts';

/** Numbers as the reader's language writes them. Pure: the same locale gives the same text. */
export interface Formats {
  /** 1,204 */
  count(value: number): string;
  /** 0.784 → 78%; below 1 %, one decimal. */
  percent(share: number, decimals?: number): string;
  /** 0.784 → 78, for cells whose legend says that they are per cents. */
  percentBare(share: number, decimals?: number): string;
  /** (74–82), in per cent without the sign; empty where there is no interval. */
  percentInterval(estimate: Estimate, decimals?: number): string;
  /** 78% (74–82) */
  percentWithInterval(estimate: Estimate, decimals?: number): string;
  /** 2.4 */
  ratio(value: number): string;
  ratioInterval(estimate: Pick<Estimate, 'ciLow' | 'ciHigh'>): string;
  /** +0.23, −0.05, 0.00 */
  signed(value: number): string;
  signedInterval(estimate: Pick<Estimate, 'ciLow' | 'ciHigh'>): string;
  /** `= 0.032` or `< 0.001`, to follow a letter. */
  probability(value: number): string;
  decimal(value: number, decimals: number): string;
  bytes(value: number): string;
  date(iso: string): string;
  /** A date or time of a survey, as the contract writes it (`times`), which knows no time zone: 1 Aug 2010, 14:30. */
  moment(text: string): string;
  /** One and the other. */
  list(words: readonly string[]): string;
  /** One or the other. */
  either(words: readonly string[]): string;
}

export function createFormats(locale: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>();
  const written = (formatter: Intl.NumberFormat, value: number): string =>
    formatter.format(Object.is(value, -0) ? 0 : value).replace('-', '−');
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    let formatter = numbers.get(key);
    if (!formatter) numbers.set(key, (formatter = new Intl.NumberFormat(locale, options)));
    return written(formatter, value);
  };
  /** With its formatters at hand by their decimals: a table writes thousands of numbers. */
  const withDecimals = (options: Intl.NumberFormatOptions) => {
    const made: Intl.NumberFormat[] = [];
    return (value: number, decimals: number): string => {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      return written((made[decimals] ??= new Intl.NumberFormat(locale, { ...digits, ...options })), value);
    };
  };
  const fixed = withDecimals({});
  const percent = withDecimals({ style: 'percent' });
  const signed = withDecimals({ signDisplay: 'exceptZero' });
  const places = (share: number, decimals: number): number =>
    decimals === 0 && share > 0 && share < 0.0095 ? 1 : decimals;
  const between = (low: number | null, high: number | null, write: (value: number) => string): string =>
    low === null || high === null ? '' : `(${write(low)}–${write(high)})`;
  const twoDigits = (value: number): string =>
    value >= 0.1
      ? fixed(value, value >= 100 ? 0 : 1 + Number(value < 10 && value < 0.95))
      : format(value, { maximumSignificantDigits: 1 });
  const signedWith = (value: number): string => signed(value, 2);

  const formats: Formats = {
    count: (value) => fixed(value, 0),
    percent: (share, decimals = 0) => percent(share, places(share, decimals)),
    percentBare: (share, decimals = 0) => fixed(share * 100, places(share, decimals)),
    percentInterval: ({ ciLow, ciHigh }, decimals = 0) =>
      between(ciLow, ciHigh, (share) => formats.percentBare(share, decimals)),
    percentWithInterval: (estimate, decimals = 0) =>
      estimate.estimate === null
        ? ''
        : `${formats.percent(estimate.estimate, decimals)} ${formats.percentInterval(estimate, decimals)}`.trim(),
    ratio: twoDigits,
    ratioInterval: ({ ciLow, ciHigh }) => between(ciLow, ciHigh, twoDigits),
    signed: signedWith,
    signedInterval: ({ ciLow, ciHigh }) =>
      ciLow === null || ciHigh === null ? '' : `(${signedWith(ciLow)} – ${signedWith(ciHigh)})`,
    probability: (value) =>
      value < 0.001 ? `<\u00a0${fixed(0.001, 3)}` : `=\u00a0${fixed(value, value < 0.1 ? 3 : 2)}`,
    decimal: fixed,
    bytes: (value) => {
      const megabytes = value / 1e6;
      return megabytes >= 0.1
        ? format(megabytes, {
            style: 'unit',
            unit: 'megabyte',
            maximumFractionDigits: megabytes < 10 ? 1 : 0,
          })
        : format(Math.ceil(value / 1e3), { style: 'unit', unit: 'kilobyte' });
    },
    date: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso)),
    moment: (text) => {
      const [, day, clock = '', seconds = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(.*))?$/.exec(text) ?? [];
      const write = (iso: string, options: Intl.DateTimeFormatOptions): string =>
        new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(iso));
      if (day !== undefined && clock === '') return write(day, { dateStyle: 'medium' });
      if (day !== undefined) {
        const timeStyle = seconds === ':00' ? 'short' : 'medium';
        return write(`${day}T${clock}${seconds}Z`, { dateStyle: 'medium', timeStyle });
      }
      if (/^\d{4}-\d\d$/.test(text)) return write(`${text}-01`, { year: 'numeric', month: 'short' });
      return /^\d{4}-[QHW]\d+$/.test(text) ? text.replace('-', '\u00a0') : text;
    },
    list: (words) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    either: (words) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(words),
  };
  return formats;
}

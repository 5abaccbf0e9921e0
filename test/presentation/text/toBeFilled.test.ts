import { expect, it } from 'vitest';
import { toBeFilled } from '#presentation/text/toBeFilled.ts';

const messages: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  pair: ({ want, fear }) => `${String(want)} where ${String(fear)}, ${String(want)} again`,
};
const t = (key: string, params: Readonly<Record<string, unknown>> = {}): string => messages[key](params);

it('fills a message in as the catalogue would, in the order of its language', () => {
  const said = toBeFilled(t, 'pair', ['fear', 'want']);
  for (const values of [
    { fear: 'dark', want: 'light' },
    { fear: '{want}', want: '$&' },
  ])
    expect(said(values)).toBe(t('pair', values));
});

import { describe, expect, it } from 'vitest';
import { findVariables } from '#renderer/src/format/findVariables.ts';
import { distinctLabels } from '#presentation/text/distinctLabels.ts';
import { markText, matchesText } from '#renderer/src/format/matchText.ts';
import { shortLabel } from '#presentation/text/shortLabel.ts';
import { wrapText } from '#presentation/text/wrapText.ts';

describe('shortLabel', () => {
  it.each([
    ['Q10A', 'Q10a. How often felt unsafe', 'How often felt unsafe'],
    ['vicbar4', 'Vicbar4 - extortion in the area', 'Extortion in the area'],
    ['Q40', 'Q40: fear of intimidation', 'Fear of intimidation'],
    ['q8', 'Questions about want', 'Questions about want'],
    ['p.1', 'p.1) water', 'Water'],
    ['q8', '', 'q8'],
    ['Q8', 'Q8.', 'Q8.'],
  ])('takes the number of %s off “%s”', (name, label, expected) => {
    expect(shortLabel(name, label)).toBe(expected);
  });
});

describe('wrapText', () => {
  it('breaks between words and ends in an ellipsis where lines run out', () => {
    expect(wrapText('How often gone without medical care', 11, 3)).toBe('How often\ngone\nwithout…');
    expect(wrapText('short', 12, 3)).toBe('short');
  });

  it('cuts a single word that is too long', () => {
    expect(wrapText('Unterversorgung', 6, 2)).toBe('Unterv…');
  });
});

describe('distinctLabels', () => {
  it('drops what all labels begin with, at a word, and says it once', () => {
    expect(distinctLabels(['How often gone without water', 'How often gone without food'])).toEqual({
      shared: 'How often gone without …',
      labels: ['… water', '… food'],
    });
  });

  it.each([
    ['differ early', ['No water here', 'No food here']],
    ['are alone', ['How often gone without water']],
    ['are none', []],
  ])('keeps labels that %s', (_, labels) => {
    expect(distinctLabels(labels)).toEqual({ shared: '', labels });
  });

  it('keeps a word of labels that are the same', () => {
    expect(distinctLabels(['gone without water', 'gone without water']).labels).toEqual([
      '… water',
      '… water',
    ]);
  });
});

describe('searching names and labels', () => {
  it('finds every word anywhere, whatever the case and the accents', () => {
    expect(matchesText('eau penurie', 'q12', 'Pénurie d’eau potable')).toBe(true);
    expect(matchesText('eau riz', 'q12', 'Pénurie d’eau potable')).toBe(false);
    expect(matchesText('পানি', 'w1', 'নিরাপদ পানি')).toBe(true);
  });

  it('marks the letters found, with their accents', () => {
    expect(markText('penurie', 'Pénurie d’eau')).toEqual([
      { text: 'Pénurie', matches: true },
      { text: ' d’eau', matches: false },
    ]);
  });
});

describe('finding variables', () => {
  const variables = ['wt_bad', 'Q1', 'WT', 'stratum'].map((name) => ({
    name,
    label: name === 'Q1' ? 'wt of' : '',
  }));

  it('puts the very name first, then names that begin so, then the rest in file order', () => {
    expect(findVariables('wt', variables).map(({ name }) => name)).toEqual(['WT', 'wt_bad', 'Q1']);
    expect(findVariables(' ', variables)).toBe(variables);
  });
});

import { expect, it } from 'vitest';
import { studyName } from '../../../../src/renderer/src/features/study/studyName.ts';

it.each([
  ['Guinea DHS 2018, women'],
  ['Enquête intégrée sur les conditions de vie, 2021'],
  ['বাংলাদেশ জরিপ ২০০৮'],
])('a label that reads like a title names the study: %s', (fileLabel) => {
  expect(studyName({ fileLabel, fileName: 'GNIR71FL.DTA' })).toBe(fileLabel);
});

it.each([
  ['©AmericasBarometer, LAPOP; created 29 Oct 2015; type: notes list'],
  ['File created by user of foreign'],
  ['Written by R'],
  ['C:\\Users\\office\\tun_r7.sav'],
  ['2015'],
  ['  '],
  ['A label that goes on and on about what is in the file, by whom it was made, and for which purpose'],
])('what else a program writes there does not: %s', (fileLabel) => {
  expect(studyName({ fileLabel, fileName: 'GT_2014.dta' })).toBe('GT_2014');
});

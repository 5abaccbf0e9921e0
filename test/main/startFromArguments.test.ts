import { expect, test } from 'vitest';
import { startFromArguments } from '../../src/main/startFromArguments.ts';
import { startQuery } from '#page/start.ts';

const start = (withAppFolder: boolean, ...args: string[]) =>
  startFromArguments(['/usr/bin/electron', ...args], '/home/amina', withAppFolder);

test('nothing named opens nothing', () => {
  expect(start(false)).toEqual({});
  expect(start(true, '.')).toEqual({});
});

test('a teaching survey by its name; an unknown name opens nothing', () => {
  expect(start(true, '.', '--sample=benin')).toEqual({ sample: 'benin' });
  expect(start(false, '--sample=atlantis')).toEqual({});
});

test('a path among the switches of Chromium and Electron', () => {
  expect(start(false, '--no-sandbox', 'r7.sav')).toEqual({ file: '/home/amina/r7.sav' });
  expect(start(true, '--inspect=0', '--remote-debugging-port=0', '/app', 'a.lfstudy')).toEqual({
    study: '/home/amina/a.lfstudy',
  });
});

test('a study that the desktop opens, in a folder of blanks and Bangla letters, reaches the page as it is', () => {
  const study = '/home/আমিনা/আমার জরিপ ২০২৬/গ্রাম & শহর + ৫০%.lfstudy';
  expect(start(false, study)).toEqual({ study });
  expect(start(false, '--no-sandbox', '../আমিনা/আমার জরিপ ২০২৬/গ্রাম & শহর + ৫০%.lfstudy')).toEqual({ study });
  expect(new URLSearchParams(startQuery({ study })).get('study')).toBe(study);
});

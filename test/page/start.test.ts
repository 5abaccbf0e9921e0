import { expect, test } from 'vitest';
import { startPath, startQuery, startWithPath } from '#page/start.ts';

test('a study and a survey file are told apart by their ending', () => {
  expect(startWithPath('tunisia.lfstudy', '/home/amina')).toEqual({ study: '/home/amina/tunisia.lfstudy' });
  expect(startWithPath('/data/Tunisia.LFSTUDY', '/home/amina')).toEqual({ study: '/data/Tunisia.LFSTUDY' });
  expect(startWithPath('../data/r7.sav', '/home/amina')).toEqual({ file: '/home/data/r7.sav' });
});

test('the window’s address carries what to open, whatever its name holds', () => {
  expect(startQuery({})).toBe('');
  expect(startQuery({ sample: 'benin' })).toBe('?sample=benin');
  const file = '/données/é & ?#.sav';
  expect(new URLSearchParams(startQuery({ file })).get('file')).toBe(file);
});

test('a teaching survey needs no path', () => {
  expect(startPath({ sample: 'benin' })).toBeUndefined();
  expect(startPath({ study: '/a.lfstudy' })).toBe('/a.lfstudy');
});

import { expect, test } from 'vitest';
import { tellingName } from '../../../../src/renderer/src/features/study/tellingName.ts';

const one = { study: '/studies/Benin.lfstudy', name: 'Benin' };
const copied = { study: 'C:\\studies\\Benin (copy of Amina).lfstudy', name: 'Benin' };
const other = { study: '/studies/b.lfstudy', name: 'Bangladesh' };

test('a study is called by its own name, and by its file’s where a copy of the file has that name too', () => {
  const all = [one, copied, other, other];
  expect(all.map((study) => tellingName(study, all))).toEqual([
    'Benin',
    'Benin (copy of Amina)',
    'Bangladesh',
    'Bangladesh',
  ]);
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageOf } from '../helpers/pageOf.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

async function twoPages() {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(file);
  const { host } = sourceHost(folder);
  const left = pageOf(host, 'left');
  const right = pageOf(host, 'right');
  const { study } = await left.survey.import({ file, study: null, name: null });
  const roles = { ...study.surveys[0].roles, weight: 'weight' };
  return { folder, file, host, left, right, study: study.study, roles };
}

test('a study that one window has is refused to another, which may look at it', async () => {
  const { host, left, right, study, roles } = await twoPages();
  expect(await left.study.open({ study })).toMatchObject({ readOnly: null });
  expect(host.pageOf(study)).toBe('left');
  await expect(right.study.open({ study })).rejects.toMatchObject({ code: 'study.openInWindow' });
  expect(await right.study.open({ study, toLookAt: true })).toMatchObject({ readOnly: 'otherWindow' });
  expect((await right.variable.list({ study, survey: null })).variables).not.toEqual([]);
  await expect(right.survey.setRoles({ study, survey: null, roles })).rejects.toMatchObject({
    code: 'study.openInWindow',
  });
  expect(await left.survey.setRoles({ study, survey: null, roles })).toMatchObject({
    surveys: [{ roles: { weight: 'weight' } }],
  });
});

test('a window that only looks does not take the study from the other when it closes it', async () => {
  const { host, left, right, study } = await twoPages();
  await left.study.open({ study });
  await right.study.open({ study, toLookAt: true });
  await right.study.close({ study });
  expect(host.pageOf(study)).toBe('left');
  await left.study.close({ study });
  expect(await right.study.open({ study, toLookAt: true })).toMatchObject({ readOnly: null });
});

test('a window makes a study of a copy of the one that another window has, which is as it was', async () => {
  const { host, left, right, study, roles } = await twoPages();
  await left.study.open({ study });
  const { backups } = await left.study.backUp({ study, when: 'now' });
  await left.survey.setRoles({ study, survey: null, roles });
  const made = await right.study.restore({ study, backup: backups[0].backup });
  expect(made.study).not.toBe(study);
  expect(await right.study.open(made)).toMatchObject({
    readOnly: null,
    name: expect.stringMatching(/^survey \(\d{4}-\d\d-\d\d \d\d\.\d\d\)$/),
    surveys: [{ roles: { weight: null } }],
  });
  expect([host.pageOf(study), host.pageOf(made.study)]).toEqual(['left', 'right']);
  await expect(right.study.removeBackups({ study })).rejects.toMatchObject({ code: 'study.openInWindow' });
  expect(await left.study.open({ study })).toMatchObject({ surveys: [{ roles: { weight: 'weight' } }] });
});

test('a window that is gone gives its study to whoever asks next, with what it saved last', async () => {
  const { host, left, right, study, roles } = await twoPages();
  await left.study.open({ study });
  const saving = left.survey.setRoles({ study, survey: null, roles });
  host.leave('left');
  expect(host.pageOf(study)).toBe('left');
  await saving;
  expect(host.pageOf(study)).toBeUndefined();
  expect(await right.study.open({ study })).toMatchObject({
    readOnly: null,
    surveys: [{ roles: { weight: 'weight' } }],
  });
});

test('what a window that is gone wanted to see is given up', async () => {
  const { host, left, study } = await twoPages();
  const busy = left.describe.run({ source: { study, survey: null } });
  const waiting = left.describe.run({ source: { study, survey: null } });
  host.leave('left');
  await expect(waiting).rejects.toMatchObject({ name: 'Cancelled' });
  await busy.catch(() => undefined);
});

test('the last change is saved when the program ends', async () => {
  const { folder, host, left, study, roles } = await twoPages();
  await left.study.open({ study });
  const saving = left.survey.setRoles({ study, survey: null, roles });
  await host.close();
  await saving;
  const later = sourceHost(folder);
  expect(await later.client.study.open({ study })).toMatchObject({
    readOnly: null,
    surveys: [{ roles: { weight: 'weight' } }],
  });
});

test('a study under another name is the same study', async () => {
  const { folder, left, right, study } = await twoPages();
  const link = join(folder, 'link.lfstudy');
  symlinkSync(study, link);
  await left.study.open({ study });
  await expect(right.study.open({ study: link })).rejects.toMatchObject({ code: 'study.openInWindow' });
});

test('two windows have a study each, and a click is answered while the other imports', async () => {
  const { folder, left, right, study } = await twoPages();
  const large = join(folder, 'large.sav');
  writeSmallSurvey(large, 60_000, 20);
  await left.study.open({ study });
  let isImported = false;
  const importing = right.survey.import({ file: large, study: null, name: null }).then((made) => {
    isImported = true;
    return made;
  });
  await left.variable.distribution({ study, survey: null, variable: 'afraid' });
  expect(isImported).toBe(false);
  const made = await importing;
  expect(await right.study.open({ study: made.study.study })).toMatchObject({ readOnly: null });
});

test('a study that another program has opens to look at, and to change once it is let go', async () => {
  const { folder, left, study, roles } = await twoPages();
  await left.study.open({ study });
  const other = sourceHost(folder);
  expect(await other.client.study.open({ study })).toMatchObject({ readOnly: 'otherProgram' });
  expect((await other.client.variable.list({ study, survey: null })).variables).not.toEqual([]);
  await expect(other.client.survey.setRoles({ study, survey: null, roles })).rejects.toMatchObject({
    code: 'study.openElsewhere',
  });
  await left.study.close({ study });
  expect(await other.client.study.open({ study })).toMatchObject({ readOnly: null });
});

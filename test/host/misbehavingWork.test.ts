import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Cancelled, type Client } from '#contract/client.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { studyName } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { claimStudy } from '#project/claimStudy.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

function misbehaving(studies = temporaryFolder()): Client {
  const host = createHost({
    places: { studies, samples: studies },
    files: 'any',
    worker: new URL('./misbehaving.ts', import.meta.url),
    patience: { quick: 100, file: 100, long: 100 },
    heap: 64,
  });
  onTestFinished(() => host.close());
  return clientOf(host);
}

/** It is closed with its host. */
async function cancelledLater(work: Promise<unknown>): Promise<void> {
  work.catch(() => undefined);
}

/** Asks, and cancels once the work has begun. */
function cancelled(
  ask: (options: { signal: AbortSignal; onProgress: () => void }) => Promise<unknown>,
): Promise<unknown> {
  const stop = new AbortController();
  return ask({ signal: stop.signal, onProgress: () => stop.abort() });
}

test('work that does not hear that it is cancelled is ended, and the next is answered', async () => {
  const client = misbehaving();
  const stuck = cancelled((options) => client.file.preview({ file: '/loop.csv' }, options));
  const next = client.file.preview({ file: '/good.csv' });
  await expect(stuck).rejects.toBeInstanceOf(Cancelled);
  expect(await next).toBe('good');
});

test('work that waits for its turn is cancelled at once', async () => {
  const client = misbehaving();
  const stop = new AbortController();
  const stuck = client.file.preview({ file: '/loop.csv' });
  const waiting = client.file.preview({ file: '/good.csv' }, { signal: stop.signal });
  stop.abort();
  await expect(waiting).rejects.toBeInstanceOf(Cancelled);
  stuck.catch(() => undefined);
});

test('a file that never ends keeps no import waiting, nor an import a file', async () => {
  const client = misbehaving();
  const preview = cancelledLater(client.file.preview({ file: '/loop.csv' }));
  expect(await client.survey.import({ file: '/good.csv', study: null, name: null })).toMatchObject({
    study: { name: 'good' },
  });
  const importing = cancelledLater(client.survey.import({ file: '/loop.csv', study: null, name: null }));
  await Promise.all([preview, importing]);
});

test('a click is answered while an import runs', async () => {
  const client = misbehaving();
  const begun = Promise.withResolvers<null>();
  const running = client.survey.import(
    { file: '/loop.csv', study: null, name: null },
    { onProgress: () => begun.resolve(null) },
  );
  await Promise.all([cancelledLater(running), begun.promise]);
  expect(await client.study.list({})).toBe('good');
});

test('ended in the middle of writing, a study is as it was, is free, and nothing lies beside it', async () => {
  const folder = temporaryFolder();
  const study = join(folder, 'one.lfstudy');
  await createStudy(study, 'one', async () => undefined);
  const client = misbehaving(folder);
  for (let time = 0; time < 5; time++) {
    await expect(
      cancelled((options) => client.survey.import({ file: '/write.csv', study, name: null }, options)),
    ).rejects.toBeInstanceOf(Cancelled);
    expect(readdirSync(folder)).toEqual(['one.lfstudy']);
    claimStudy(study).release();
    const opened = openStudy(study);
    expect(studyName(opened)).toBe('one');
    expect(opened.database.pragma('integrity_check', { simple: true })).toBe('ok');
    opened.database.exec('BEGIN EXCLUSIVE; COMMIT');
    opened.close();
  }
});

test('what is being saved is not cut short', async () => {
  const client = misbehaving();
  expect(
    await cancelled((options) =>
      client.survey.import({ file: '/save.csv', study: null, name: null }, options),
    ),
  ).toMatchObject({ study: { name: 'saved' } });
});

test.each([
  ['memory', 'file.outOfMemory', {}],
  ['exit', 'file.readingStopped', {}],
  ['crash', 'file.readingStopped', { detail: 'a mistake' }],
])('a worker that ends (%s) says which file it was at, and another goes on', async (way, code, params) => {
  const client = misbehaving();
  const file = `/${way}.csv`;
  const dying = client.file.preview({ file });
  const next = client.file.preview({ file: '/good.csv' });
  await expect(dying).rejects.toMatchObject({ code, params: { file, ...params } });
  expect(await next).toBe('good');
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationContext } from '#operations/context.ts';
import { settings } from '#operations/settings.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

let path: string;
const context = (file: string | undefined): OperationContext => ({
  places: { studies: '', samples: '', settings: file },
  report: () => undefined,
  throwIfCancelled: () => undefined,
});
const get = () => settings['settings.get']({}, context(path));

beforeEach(() => {
  path = join(temporaryFolder(), 'of the app', 'settings.json');
});

describe('the settings of the window', () => {
  it('are as usual until one is changed, and then kept, whole and alone in their folder', async () => {
    expect(get()).toEqual({ theme: 'system' });
    expect(await settings['settings.change']({ theme: 'dark' }, context(path))).toEqual({ theme: 'dark' });
    expect(get()).toEqual({ theme: 'dark' });
    expect(await settings['settings.change']({}, context(path))).toEqual({ theme: 'dark' });
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  it.each(['', '{"theme":', 'null', '[1]', '"dark"', '{"theme":7}', '{"theme":"pink"}', '\u0000\u0001'])(
    'are as usual where the file is damaged, and whole again after the next change: %j',
    async (damaged) => {
      mkdirSync(join(path, '..'));
      writeFileSync(path, damaged);
      expect(get()).toEqual({ theme: 'system' });
      await settings['settings.change']({ theme: 'light' }, context(path));
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ theme: 'light' });
    },
  );

  it('are read past what another version added', () => {
    mkdirSync(join(path, '..'));
    writeFileSync(path, '{"theme":"dark","scale":2}');
    expect(get()).toEqual({ theme: 'dark' });
  });

  it('are not kept where there is no place for them', async () => {
    expect(await settings['settings.change']({ theme: 'dark' }, context(undefined))).toEqual({
      theme: 'dark',
    });
    expect(existsSync(path)).toBe(false);
  });

  it('say why they cannot be kept', async () => {
    mkdirSync(path, { recursive: true });
    await expect(settings['settings.change']({ theme: 'dark' }, context(path))).rejects.toMatchObject({
      code: 'export.notWritable',
    });
  });

  it('remember where in a study one was, and nothing of a study that is not on the list', async () => {
    mkdirSync(join(path, '..'));
    const entry = { study: '/a/one.lfstudy', name: 'One', surveys: [], openedAt: '2026-01-01T00:00:00Z' };
    writeFileSync(path, JSON.stringify({ theme: 'dark', recent: [entry] }));
    const place = { survey: 2, room: 'tables' } as const;
    await settings['settings.place']({ study: entry.study, place }, context(path));
    await settings['settings.place']({ study: '/a/other.lfstudy', place }, context(path));
    const { studies } = await settings['settings.recent']({}, context(path));
    expect(studies).toMatchObject([{ ...entry, place }]);
    expect(get()).toEqual({ theme: 'dark' });
  });
});

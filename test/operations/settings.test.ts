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
const usual = { theme: 'system', language: 'system', digits: 'western' } as const;
const get = () => settings['settings.get']({}, context(path));

beforeEach(() => {
  path = join(temporaryFolder(), 'of the app', 'settings.json');
});

describe('the settings of the window', () => {
  it('are as usual until one is changed, and then kept, whole and alone in their folder', async () => {
    expect(get()).toEqual(usual);
    expect(await settings['settings.change']({ theme: 'dark' }, context(path))).toEqual({
      ...usual,
      theme: 'dark',
    });
    expect(get()).toEqual({ ...usual, theme: 'dark' });
    expect(await settings['settings.change']({}, context(path))).toEqual({ ...usual, theme: 'dark' });
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  it.each(['', '{"theme":', 'null', '[1]', '"dark"', '{"theme":7}', '{"theme":"pink"}', '\u0000\u0001'])(
    'are as usual where the file is damaged, and whole again after the next change: %j',
    async (damaged) => {
      mkdirSync(join(path, '..'));
      writeFileSync(path, damaged);
      expect(get()).toEqual(usual);
      await settings['settings.change']({ theme: 'light' }, context(path));
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...usual, theme: 'light' });
    },
  );

  it('keep the language and its digits, and take another for as usual', async () => {
    await settings['settings.change']({ language: 'bn' }, context(path));
    expect(await settings['settings.change']({ digits: 'bangla' }, context(path))).toEqual({
      ...usual,
      language: 'bn',
      digits: 'bangla',
    });
    writeFileSync(path, '{"theme":"dark","language":"tlh","digits":"roman"}');
    expect(get()).toEqual({ ...usual, theme: 'dark' });
  });

  it('are read past what another version added', () => {
    mkdirSync(join(path, '..'));
    writeFileSync(path, '{"theme":"dark","scale":2}');
    expect(get()).toEqual({ ...usual, theme: 'dark' });
  });

  it('are not kept where there is no place for them', async () => {
    expect(await settings['settings.change']({ theme: 'dark' }, context(undefined))).toEqual({
      ...usual,
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
    expect(get()).toEqual({ ...usual, theme: 'dark' });
  });
});

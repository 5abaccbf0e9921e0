import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standInElectron } from './standInElectron.ts';

/*
 * What `npm run package` makes, but for Electron's program, which a folder of stand-ins takes the place of. The asar
 * is taken apart in an empty place, where nothing of this folder can be found, and run.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'larger-freedom-package-'));
const program = join(work, 'dist', `${process.platform}-unpacked`);
const asar = join(program, 'resources', 'app.asar');
const app = join(work, 'app');

/** The harness tests the build that this names when it is loaded: so it is loaded once the package is there. */
process.env.LARGER_FREEDOM_OUT = join(app, 'out');

beforeAll(() => {
  execFileSync(
    process.execPath,
    [
      join(root, 'tools', 'makePackage.mjs'),
      '--dir',
      ...['--electron', standInElectron(join(work, 'electron')), '--output', join(work, 'dist')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 },
  );
  extractAll(asar, app);
});

afterAll(async () => {
  const { closeChromium } = await import('../harness/chromium.ts');
  await closeChromium();
  rmSync(work, { recursive: true });
});

describe('the package', () => {
  it('holds the program, what it needs, the samples and the forms of studies, and nothing else', () => {
    const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
    const top = new Set(files.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual([
      'LICENSE',
      'migrations',
      'node_modules',
      'out',
      'package.json',
      'samples',
    ]);
    expect(files.filter((path) => /\.(ts|map|vue)$|\/test\//.test(path))).toEqual([]);
    const modules = new Set(
      files
        .filter((path) => path.startsWith('node_modules/'))
        .map((path) =>
          path
            .split('/')
            .slice(1, path.startsWith('node_modules/@') ? 3 : 2)
            .join('/'),
        ),
    );
    expect(
      ['electron', 'vite', 'vitest', 'playwright-core', 'typescript'].filter((name) => modules.has(name)),
    ).toEqual([]);
    expect([...modules]).toEqual(expect.arrayContaining(['better-sqlite3-multiple-ciphers', 'zod', 'hucre']));
    expect(statSync(asar).size).toBeLessThan(40e6);
  });

  it('runs no code but its own: the fuses are set', async () => {
    const wire = await getCurrentFuseWire(join(program, 'larger-freedom'));
    const set = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      node: set(FuseV1Options.RunAsNode),
      nodeOptions: set(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: set(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarAlone: set(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: set(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      node: false,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      asarAlone: true,
      filePrivileges: false,
    });
  });

  it('answers in the terminal as the program does that is not packed', () => {
    const ask = (folder: string): string => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [
          join(folder, 'out', 'main', 'cli.js'),
          ...['describe', join(folder, 'samples', 'bangladesh.sav'), '--json'],
        ],
        { encoding: 'utf8', cwd: work, maxBuffer: 1 << 28 },
      );
      expect(stderr).toBe('');
      expect(status).toBe(0);
      return stdout.replaceAll(folder, '');
    };
    expect(ask(app)).toBe(ask(root.replace(/\/$/, '')));
  });

  it.each(['browser', 'desktop, with a stand-in for Electron'] as const)(
    'opens its window with a teaching study, and draws a figure: %s',
    async (setting) => {
      const { launch } = await import('../launch.ts');
      const running = await launch(setting, { args: ['--sample=bangladesh'] });
      await running.page.getByRole('gridcell').first().waitFor();
      const { ask } = await import('../harness/ask.ts');
      const { studies } = await ask(running.page, 'settings.recent', {});
      const { svg } = await ask(running.page, 'publication.preview', {
        study: studies[0].study,
        survey: null,
        definition: {
          ...{ room: 'matrix', measure: 'both', order: 'share', view: 'chart' },
          ...{ by: null, values: null, pair: null, pairBy: null },
        },
      });
      expect(svg).toContain('<text');
      await running.close();
    },
  );
});

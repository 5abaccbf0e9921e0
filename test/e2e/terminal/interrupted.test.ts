import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killImports, killKinds } from '../../kill/killImports.ts';
import { writeKillFile } from '../../kill/writeKillFile.ts';
import { writeSmallSurvey } from '../../helpers/smallSurvey.ts';
import { sourceHost } from '../../helpers/sourceHost.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { larger } from '../../helpers/terminal.ts';

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Whatever `work` does on a disk of one megabyte. */
async function onSmallDisk(work: (disk: string) => Promise<void> | void): Promise<void> {
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    await work(disk);
  } finally {
    execFileSync('umount', [disk]);
  }
}

function small(): string {
  const path = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(path);
  return path;
}

describe.runIf(canMount)('a full disk', () => {
  test.each(['sav', 'csv', 'dta', 'xlsx'] as const)(
    'while a .%s comes in: a new study is not there, an old one is as it was',
    async (format) => {
      const large = await writeKillFile(temporaryFolder(), format, 30_000);
      await onSmallDisk((disk) => {
        const intoNew = larger('import', large, '--study', join(disk, 'new.lfstudy'));
        expect([intoNew.code, intoNew.out]).toEqual([1, '']);
        expect(intoNew.problem).toMatch(/^.* full .*new\.lfstudy.*\n$/);
        expect(readdirSync(disk)).toEqual([]);
        const study = join(disk, 'old.lfstudy');
        expect(larger('import', small(), '--study', study).code).toBe(0);
        const before = larger('describe', study, '--json').out;
        const intoOld = larger('import', large, '--study', study);
        expect([intoOld.code, intoOld.out]).toEqual([1, '']);
        expect(intoOld.problem).toMatch(/^.* full .*old\.lfstudy.*\n$/);
        expect(larger('describe', study, '--json').out).toBe(before);
      });
    },
  );

  test('while a corrected file takes the place of a survey: the survey is as it was', async () => {
    const large = await writeKillFile(temporaryFolder(), 'sav', 30_000);
    await onSmallDisk(async (disk) => {
      const { host, client } = sourceHost(disk);
      const { study } = await client.survey.import({ file: small(), study: null, name: 'old' });
      const source = { study: study.study, survey: null };
      const before = await client.describe.run({ source });
      await expect(client.survey.replace({ ...source, file: large })).rejects.toMatchObject({
        code: 'study.diskFull',
      });
      expect(await client.describe.run({ source })).toEqual(before);
      await host.close();
    });
  });

  test.each(['sav', 'zsav', 'dta', 'csv', 'xlsx'])(
    'while a .%s goes out: it is not there, and one of its name is as it was',
    async (ending) => {
      const large = await writeKillFile(temporaryFolder(), 'sav', 8000);
      await onSmallDisk((disk) => {
        const to = join(disk, `out.${ending}`);
        expect(larger('export', small(), '--to', to).code).toBe(0);
        const names = readdirSync(disk).sort();
        const before = names.map((name) => readFileSync(join(disk, name)));
        const wide = ['--to', to, '--replace'];
        spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filling')}`, 'bs=1k'], { stdio: 'ignore' });
        const { code, out, problem } = larger('export', large, ...wide);
        expect([code, out]).toEqual([1, '']);
        expect(problem).toMatch(/full.*\n$/);
        expect(
          readdirSync(disk)
            .filter((name) => name !== 'filling')
            .sort(),
        ).toEqual(names);
        expect(names.map((name) => readFileSync(join(disk, name)))).toEqual(before);
      });
    },
  );
});

describe('a kill at any moment', () => {
  /** `npm run kill` does it fifty times for each. */
  test.each(killKinds)('leaves all of the survey or nothing of it: %s', async (kind) => {
    const { nothing, faults } = await killImports(temporaryFolder(), kind, kind === 'sav' ? 8 : 4, 7);
    expect(faults).toEqual([]);
    expect(nothing).toBeGreaterThan(0);
  });
});

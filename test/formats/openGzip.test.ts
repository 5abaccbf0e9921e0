import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { problemOf, readAll, readBytes } from './readAll.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

describe('a file that is packed with gzip', () => {
  it.each(['pspp-compressed.sav', 'haven-15.dta', 'pspp-plain.por', 'openxlsx.xlsx', 'duckdb.parquet'])(
    '%s.gz holds what the file holds',
    async (name) => {
      const { values, variables, format } = await readAll(fixture(name));
      const packed = await readBytes(temporaryFolder(), `${name}.gz`, gzipSync(readFileSync(fixture(name))));
      expect([packed.format, packed.variables, packed.values]).toEqual([format, variables, values]);
    },
  );

  it('may be CSV, under the name of one', async () => {
    const packed = gzipSync('a;b\n1,5;x\n');
    expect((await readBytes(temporaryFolder(), 'a.csv.gz', packed)).values).toEqual([[1.5], ['x']]);
    expect((await problemOf(readBytes(temporaryFolder(), 'a.gz', packed))).code).toBe('file.unsupported');
  });

  it('is said to be damaged where it is cut off or its checksum is wrong', async () => {
    const packed = gzipSync(`a,b\n${'1,2\n'.repeat(1000)}`);
    const wrong = Buffer.from(packed);
    wrong[wrong.length - 6] ^= 1;
    for (const bytes of [packed.subarray(0, packed.length - 9), wrong]) {
      const { code, params } = await problemOf(readBytes(temporaryFolder(), 'a.csv.gz', bytes));
      expect([code, params.place]).toEqual(['file.damaged', 'its packing (gzip)']);
    }
  });

  it('and is a bomb is refused before it is unpacked whole', async () => {
    const path = join(temporaryFolder(), 'a.csv.gz');
    writeFileSync(path, gzipSync(Buffer.alloc(100e6, '1,2\n')));
    const before = process.memoryUsage().arrayBuffers;
    const { code, params } = await problemOf(readAll(path));
    expect(code).toBe('file.damaged');
    expect(params.detail).toMatch(/unpacks to more than \d+ bytes/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(90e6);
  });
});

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from '../measure.ts';

/**
 * Seconds that DuckDB takes to read a CSV file into a table in memory. The project does not depend on DuckDB:
 * LARGER_FREEDOM_DUCKDB is a folder in which `npm install @duckdb/node-api` was run.
 */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>;
  };
}

const folder = process.env['LARGER_FREEDOM_DUCKDB'];
if (folder === undefined) process.exit(1);
const [path] = process.argv.slice(2);
const entry = pathToFileURL(join(folder, 'node_modules/@duckdb/node-api/lib/index.js')).href;
const { DuckDBInstance } =
  ((await import(entry)) as { default?: DuckDb } & DuckDb).default ?? ((await import(entry)) as DuckDb);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const spent: number[] = [];
for (let run = 0; run < 6; run++) {
  const start = performance.now();
  await connection.run(
    `CREATE OR REPLACE TABLE survey AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}')`,
  );
  spent.push(performance.now() - start);
}
console.log(median(spent.slice(1)) / 1000);

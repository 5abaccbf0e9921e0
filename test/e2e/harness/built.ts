import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The build under test; `LARGER_FREEDOM_OUT` names another folder. */
export const out = resolve(root, process.env.LARGER_FREEDOM_OUT ?? 'out');

export const built = {
  main: join(out, 'main', 'index.js'),
  serve: join(out, 'main', 'serve.js'),
  terminal: join(out, 'main', 'cli.js'),
};

for (const file of Object.values(built)) {
  if (!existsSync(file)) throw new Error(`${file} is not built: run npm run build first`);
}

const data = resolve(root, process.env.LARGER_FREEDOM_DATA ?? '../shared/data');

/** A survey file of the shared test data, or `undefined` where they are not on this machine. */
export function sharedSurvey(name: string): string | undefined {
  const file = join(data, 'surveys', name);
  return existsSync(file) ? file : undefined;
}

import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { packaging } from './packaging.mjs';
import { say } from './runtime.mjs';

/** `--dir`: the program's folder alone. `--electron`: a folder with Electron's program, where it cannot be fetched. */
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    electron: { type: 'string' },
    output: { type: 'string', default: packaging.directories.output },
  },
});
const made = await build({
  dir: values.dir,
  config: {
    ...packaging,
    directories: { ...packaging.directories, output: values.output },
    ...(values.electron !== undefined && { electronDist: values.electron }),
  },
  publish: 'never',
});
for (const file of made) say(file);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licences } from './licences.mjs';
import { root } from './runtime.mjs';

const name = 'virtual:about';

/** Vite's `virtual:about`: the program's version and own licence, and those of all that it is made of. */
export function aboutModule() {
  return {
    name: 'about',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => {
      if (id !== `\0${name}`) return undefined;
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const about = { version, licence: readFileSync(join(root, 'LICENSE'), 'utf8').trim(), ...licences() };
      return `export const about = JSON.parse(${JSON.stringify(JSON.stringify(about))});`;
    },
  };
}

/**
 * Who may know whom. Read by eslint.config.js (each import, as written) and by tools/layers.mjs
 * (the whole graph, as resolved). `packages` are npm packages and `node:` for Node's own modules.
 * From a room in `typesOnly` only types may come, but for the files in `except`.
 */
export const rooms = {
  engine: { knows: [], packages: ['@stdlib/'] },
  contract: { knows: ['engine'], packages: ['zod'] },
  words: { knows: ['engine', 'contract'], packages: [] },
  presentation: {
    knows: ['contract', 'words'],
    packages: ['echarts', '@intlify/core-base'],
    typesOnly: ['contract'],
  },
  formats: {
    knows: ['engine'],
    packages: ['node:', 'papaparse', 'hucre', 'saxes', 'hyparquet', 'hyparquet-compressors'],
  },
  project: {
    knows: ['contract', 'engine'],
    packages: ['node:', 'better-sqlite3-multiple-ciphers', 'better-sqlite3', 'hash-wasm', 'zod'],
  },
  code: { knows: ['contract', 'engine', 'presentation'], packages: [], typesOnly: ['contract'] },
  publishing: {
    knows: ['contract', 'presentation'],
    packages: ['node:', 'echarts', '@napi-rs/canvas', 'docx', 'hucre', 'papaparse'],
  },
  operations: {
    knows: ['contract', 'engine', 'project', 'formats', 'words', 'presentation', 'code', 'publishing'],
    packages: ['node:', 'zod'],
  },
  host: { knows: ['contract', 'engine', 'operations', 'project'], packages: ['node:', 'zod'] },
  page: { knows: ['contract', 'host'], packages: ['node:', 'zod'] },
  main: { knows: ['contract', 'engine', 'host', 'page', 'words'], packages: ['node:', 'electron', 'zod'] },
  serve: { knows: ['contract', 'engine', 'host', 'page', 'words'], packages: ['node:', 'zod'] },
  cli: { knows: ['contract', 'engine', 'host', 'words'], packages: ['node:'] },
  preload: { knows: ['contract'], packages: ['electron'], typesOnly: ['contract'] },
  renderer: {
    knows: ['contract', 'words', 'presentation', 'renderer'],
    packages: [
      'vue',
      'pinia',
      'vue-i18n',
      'echarts',
      'vue-echarts',
      'reka-ui',
      '@tanstack/vue-virtual',
      '@lucide/vue',
      '@fontsource-variable/inter',
      'virtual:',
      '@fontsource/noto-sans-bengali',
    ],
    typesOnly: ['contract'],
    except: ['src/contract/client.ts', 'src/contract/localeOf.ts'],
  },
};

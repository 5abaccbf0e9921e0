import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import typescript from 'typescript-eslint';
import { rooms } from './tools/rooms.mjs';

/** One `no-restricted-imports` block for each room of `src/`, from the table in tools/rooms.mjs. */
const layers = Object.entries(rooms).map(([room, { knows, packages }]) => {
  const allowed = [
    ...[room, ...knows].map((name) => `#${name}/`),
    ...packages.map((name) => name),
    './',
    '../',
  ].map((prefix) => prefix.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return {
    files: [`src/${room}/**/*.{ts,vue}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!${allowed.join('|')})`,
              message: `${room} may import only ${[...knows.map((name) => `#${name}`), ...packages].join(', ') || 'its own files'} (tools/rooms.mjs).`,
            },
          ],
        },
      ],
    },
  };
});

export default typescript.config(
  { ignores: ['out/**', 'out-*/**', 'node_modules/**', 'tools/node24/**', 'coverage/**', 'test-output/**'] },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  ...layers,
  {
    files: ['src/renderer/**/*.{ts,vue}'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'localStorage',
      ],
    },
  },
  {
    files: ['*.config.{ts,js}', 'test/**', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  { files: ['tools/**', 'bench/**', 'samples/**', 'test/**', 'bin/**'], rules: { 'no-console': 'off' } },
  prettier,
);

import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { aboutModule } from './tools/aboutModule.mjs';

const alias = { '#': fileURLToPath(new URL('./src/', import.meta.url)) };

/** `unit` mirrors src/, `reference` holds answers from R, `e2e` drives the built app in Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue(), aboutModule()],
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/reference/**', 'test/e2e/**'],
          testTimeout: 20_000,
        },
      },
      { resolve: { alias }, test: { name: 'reference', include: ['test/reference/**/*.test.ts'] } },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

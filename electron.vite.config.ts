import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { aboutModule } from './tools/aboutModule.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const alias = { '#': at('./src/') };

/** Three programs share one Node bundle: the desktop app, the terminal and the loopback server. */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      rollupOptions: {
        input: {
          index: at('./src/main/index.ts'),
          cli: at('./src/cli/index.ts'),
          serve: at('./src/serve/start.ts'),
          worker: at('./src/host/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      rollupOptions: {
        input: { index: at('./src/preload/index.ts'), browser: at('./src/preload/browser.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('./src/renderer'),
    resolve: { alias },
    plugins: [vue(), aboutModule()],
    build: { minify: true, rollupOptions: { input: { index: at('./src/renderer/index.html') } } },
  },
});

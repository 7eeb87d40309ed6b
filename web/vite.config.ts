/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env.SAFELIGHT_URL ?? 'http://127.0.0.1:8080';

// What is seen first comes first: styles, the first answers and the first photo share a slow line with a script of ten times
// their size.
const scriptAfterStyles: Plugin = {
  name: 'script-after-styles',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const [styles] = /\n *<link rel="stylesheet"[^>]*>/.exec(html) ?? [''];
      return html
        .replace(styles, '')
        .replace(/\n *<script type="module"/, `${styles}$&`)
        .replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"');
    },
  },
};

export default defineConfig({
  plugins: [react(), scriptAfterStyles],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  // The gateway serves whatever it finds there on its class path.
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    manifest: 'manifest.json',
    sourcemap: false,
    // What every visitor loads comes in a few pieces: fifty small ones would wait for each other on a slow line.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', tags: ['$initial'], test: /node_modules\/|vite\/preload-helper/ },
            { name: 'site', tags: ['$initial'], test: /\/src\// },
          ],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '^/(api|media|d|docs|status|site\\.json)(/|$)': gateway },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://127.0.0.1:8080/' } },
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});

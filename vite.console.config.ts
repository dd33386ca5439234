import { defineConfig } from 'vite';

/** The reseller's console: a bundle of its own, so that no buyer downloads a byte of it. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/console',
    target: ['chrome115', 'safari16.4', 'firefox115'],
    lib: {
      entry: {
        'zul-console': 'widget/console/define.ts',
        'notices-worker': 'widget/console/notices/worker.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        comments: false,
      },
    },
  },
});

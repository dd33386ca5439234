import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** Runs of white space in templates and styles are for us, not for the buyer's data plan. */
function squeezeTemplates(): Plugin {
  return {
    name: 'squeeze-templates',
    transform(code, file) {
      if (!/\/widget\/.*\.ts$/.test(file)) return null;
      return { code: squeeze(code, file.endsWith('.styles.ts')), map: null };
    },
  };
}

function squeeze(code: string, isStyles: boolean): string {
  if (!isStyles) return code.replace(/\n\s+/g, '\n').replace(/>\n<(?=[\w/$])/g, '><');
  return code
    .replace(/\/\*[^*][\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([{};,])\n/g, '$1')
    .replace(/ \{/g, '{')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}

/** Adds the hashed copy for sites that pin the script, and its name and SRI hash in `manifest.json`. */
function pinnedCopy(): Plugin {
  return {
    name: 'pinned-copy',
    generateBundle: {
      // Last, so that what is hashed is what is written.
      order: 'post',
      handler(_options, bundle) {
        const script = bundle['zul-topup.js'];
        if (script?.type !== 'chunk') throw new Error('The widget must be one script named zul-topup.js.');
        const digest = (algorithm: string) => createHash(algorithm).update(script.code);
        const file = `zul-topup.${digest('sha256').digest('hex').slice(0, 10)}.js`;
        const integrity = `sha384-${digest('sha384').digest('base64')}`;
        this.emitFile({ type: 'asset', fileName: file, source: script.code });
        this.emitFile({
          type: 'asset',
          fileName: 'manifest.json',
          source: JSON.stringify({ file, integrity }),
        });
      },
    },
  };
}

export default defineConfig({
  plugins: [squeezeTemplates(), pinnedCopy()],
  // Parts are found beside the script, wherever the proxy lives.
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist/widget',
    target: ['chrome110', 'safari16', 'firefox115'],
    lib: { entry: { 'zul-topup': 'widget/topup/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'zul-topup-[name].[hash:10].js',
        hashCharacters: 'hex',
        // Vite leaves white space in ES libraries for bundlers to come; ours goes straight to browsers.
        minify: true,
        comments: false,
      },
    },
  },
});

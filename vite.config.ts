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

/**
 * Tells Chromium that nearly all of the script runs at once: it is then compiled whole while it is being downloaded,
 * off the main thread, and not function by function on it. To others it is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
        }
      },
    },
  };
}

/**
 * Adds the hashed copy for sites that pin the script, and its name and SRI hash in `manifest.json`. What is
 * loaded later takes what it shares with the script from the script itself, by its name: the copy has later
 * files of its own, or a page would load the script twice.
 */
function pinnedCopy(): Plugin {
  return {
    name: 'pinned-copy',
    generateBundle: {
      // Last, so that what is hashed is what is written.
      order: 'post',
      handler(_options, bundle) {
        const script = bundle['zul-topup.js'];
        if (script?.type !== 'chunk')
          throw new Error('The widget must begin with a script named zul-topup.js.');
        const version = createHash('sha256').update(script.code).digest('hex').slice(0, 10);
        const file = `zul-topup.${version}.js`;
        let pinned = script.code;
        for (const later of Object.values(bundle)) {
          if (later === script || later.type !== 'chunk') continue;
          const name = later.fileName.replace(/\.js$/, `.${version}.js`);
          pinned = pinned.replaceAll(later.fileName, name);
          const source = later.code.replaceAll('./zul-topup.js', `./${file}`);
          this.emitFile({ type: 'asset', fileName: name, source });
        }
        const integrity = `sha384-${createHash('sha384').update(pinned).digest('base64')}`;
        this.emitFile({ type: 'asset', fileName: file, source: pinned });
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
  plugins: [squeezeTemplates(), compileAhead(), pinnedCopy()],
  // Parts are found beside the script, wherever the proxy lives.
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist/widget',
    // Three years of browsers and the in-app ones built on them.
    target: ['chrome115', 'safari16.4', 'firefox115'],
    lib: { entry: { 'zul-topup': 'widget/topup/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      // What both files need stays in the first one: a third would be one more journey.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'zul-topup-[name].[hash:10].js',
        assetFileNames: 'zul-topup-[name].[hash:10][extname]',
        hashCharacters: 'hex',
        // Vite leaves white space in ES libraries for bundlers to come; ours goes straight to browsers.
        minify: true,
        comments: false,
      },
    },
  },
});

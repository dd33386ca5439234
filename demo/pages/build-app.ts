import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const built = new Map<string, Promise<string>>();

/**
 * The script of a page that is written as a site of its own would be, from npm packages or by hand.
 * `file` is a name in `apps/`. Built at the first request of this process and kept in memory.
 */
export function appScript(file: string): Promise<string> {
  const script = built.get(file) ?? bundle(file);
  built.set(file, script);
  return script;
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    // Test runners set another NODE_ENV, and React would print its advice for developers.
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
    },
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: fileURLToPath(new URL(`apps/${file}`, import.meta.url)) },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const script = output && 'output' in output ? output.output[0] : undefined;
  if (!script) throw new Error(`Building ${file} gave no script.`);
  return script.code;
}

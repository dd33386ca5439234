import { listFiles, readSource } from './sources.ts';

/**
 * Every route below `/console/api`, as method and path, read from the sources: one that is added is found by itself.
 * A parameter is filled with a word. Two more stand for what is not there at all.
 */
export function consoleRoutes(): Array<readonly [method: string, path: string]> {
  const main = readSource('proxy/http/console-routes.ts');
  const mounts = new Map(
    [...main.matchAll(/router\.use\(\s*'([^']+)',\s*(\w+)/g)].map(([, at = '', make = '']) => [make, at]),
  );
  const own = routesIn(main).map(([method, path]) => [method, path] as const);
  const others = listFiles(/^proxy\/http\/console-\w+-routes\.ts$/).flatMap((file) => {
    const source = readSource(file);
    const make = /export function (\w+)\(/.exec(source)?.[1] ?? '';
    const at = mounts.get(make);
    if (at === undefined) throw new Error(`${file}: ${make} is mounted nowhere in console-routes.ts`);
    return routesIn(source).map(([method, path]) => [method, at + path] as const);
  });
  return [...own, ...others, ['GET', '/'], ['GET', '/nothing-of-that-name']];
}

function routesIn(source: string): Array<readonly [method: string, path: string]> {
  const found = source.matchAll(/router\.(get|post|put|patch|delete)\(\s*'([^']+)'/g);
  return [...found].map(
    ([, method = '', path = '']) => [method.toUpperCase(), path.replace(/:\w+/g, 'some')] as const,
  );
}

/**
 * What a browser is told of this machine. Its own folder is its home, so that it reads nobody's settings and
 * leaves nothing behind; a proxy set for the shell must not come between it and this machine's own ports.
 */
export function environment(folder: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    TMPDIR: folder,
    XDG_RUNTIME_DIR: folder,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Jakarta',
    ...more,
  };
}

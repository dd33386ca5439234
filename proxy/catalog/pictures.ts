import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The https address of a category's picture by the category's id; null for none. */
export type PictureOf = (categoryId: string) => string | null;

const FILE = 'pictures.json';
/** Each address goes to every visitor with the catalog. */
const LONGEST = 500;

/**
 * The reseller's pictures as they stand in the data folder: `{"mobile-legends": "https://..."}`. No file means
 * no pictures. A wrong entry is left out, for a picture is an ornament and must not keep the shop closed.
 * @param onMistake told one line for each mistake, which names the entry and what to write instead.
 */
export function keptPictures(dataDir: string, onMistake: (line: string) => void): PictureOf {
  const { pictures, mistakes } = read(join(dataDir, FILE));
  for (const mistake of mistakes) onMistake(`${FILE} ${mistake}`);
  return (categoryId) => pictures.get(categoryId) ?? null;
}

/** Pictures by category id, and what is wrong with the others, in the order of the file. */
interface Pictures {
  readonly pictures: ReadonlyMap<string, string>;
  readonly mistakes: readonly string[];
}

function read(file: string): Pictures {
  try {
    return parsePictures(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return { pictures: new Map(), mistakes: code === 'ENOENT' ? [] : [`cannot be read (${code})`] };
  }
}

/** Reads the text of such a file. */
export function parsePictures(text: string): Pictures {
  const pictures = new Map<string, string>();
  const mistakes: string[] = [];
  const list = listIn(text);
  if (!list) mistakes.push('must look like {"mobile-legends": "https://example.com/ml.png"}');
  for (const [id, value] of Object.entries(list ?? {})) {
    const mistake = mistakeIn(value);
    if (mistake) mistakes.push(`has "${id}", which ${mistake}`);
    else pictures.set(id, new URL(String(value)).href);
  }
  return { pictures, mistakes };
}

function listIn(text: string): Record<string, unknown> | null {
  try {
    // Windows' editor puts a mark in front that JSON does not know.
    const list: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof list === 'object' && !Array.isArray(list) ? (list as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function mistakeIn(value: unknown): string | null {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:') return 'must be an address that begins with https://';
  if (url.username || url.password)
    return 'must not hold a name or password, since every visitor can read it';
  return url.href.length > LONGEST ? `must have ${LONGEST} characters or fewer` : null;
}

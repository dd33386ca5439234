/** How many colour classes and patterns `tile.css` knows. */
const HUES = 12;
const MOTIFS = 4;

/** How a category without a picture is drawn. The same name is always drawn the same way. */
export interface TileLook {
  /** One to four letters. */
  readonly mono: string;
  /** Class of the colour, `h0` to `h11`. */
  readonly hue: string;
  /** Class of the pattern, `m0` to `m3`. */
  readonly motif: string;
}

/** The look of a category's tile. */
export function tileLook(name: string): TileLook {
  const sum = hash(name.toLowerCase());
  return { mono: monogram(name), hue: `h${sum % HUES}`, motif: `m${(sum >>> 8) % MOTIFS}` };
}

// Ranges and not `\p{L}`: Unicode's classes are large to compile, and this runs before the first paint.
/** Between words: spaces, punctuation, symbols, and halves of what lies beyond them, such as emoji. */
const GAPS = /(?:[\s!-/:-@[-`{-¿\u2000-\u2bff\u3000-\u303f\ud800-\udfff]|\ufe0f)+/;
/** Words that tell no category from another. */
const FILLERS = /^(?:[a-zß-ɏ]{1,2}|paket|data|pulsa|token|voucher)$/i;

function monogram(name: string): string {
  const words = name.split(GAPS).filter(Boolean);
  // Abbreviations (PLN, DANA, OVO) are best known as they are.
  const known = words.find(
    (word) => /^\D{2,4}$/.test(word) && word === word.toUpperCase() && word !== word.toLowerCase(),
  );
  if (known) return known;
  const [first = words[0] ?? '?', second] = words.filter((word) => !FILLERS.test(word));
  if (second) return (first.charAt(0) + second.charAt(0)).toUpperCase();
  return first.charAt(0).toUpperCase() + first.charAt(1).toLowerCase();
}

/** Starts the sum where the best known categories come out in colours of their own; found by trying. */
const SEED = 129_541;

/** FNV-1a with a closing scramble: short, alike names would otherwise share a colour. */
function hash(text: string): number {
  let sum = SEED;
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

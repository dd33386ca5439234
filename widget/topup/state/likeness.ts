/** Letters that Indonesians write for one another, each followed by the one that stands for both. */
const SOUNDS = new Map('pf vf jg ck qk zs yi ei uo'.split(' ').map(([said, heard]) => [said, heard]));

/** A word as it is heard: lejen begins as legends does. No h after a consonant, no letter twice. */
export function sound(word: string): string {
  let heard = '';
  let last = '';
  for (const letter of word) {
    const one = SOUNDS.get(letter) ?? letter;
    if ((one === last && letter > '9') || (letter === 'h' && last && !'aio'.includes(last))) continue;
    heard += one;
    last = one;
  }
  return heard;
}

/**
 * How many letters are too many, missing, wrong or swapped, if not more than `most`; else more than that.
 * @param begun whether a beginning of the word will do.
 */
export function edits(typed: string, word: string, most: number, begun: boolean): number {
  const width = Math.min(word.length, typed.length + most);
  if (!begun && word.length > width) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, column) => column);
  for (let i = 1; i <= typed.length; i++) {
    const next = rowAfter(row, before, typed, word, i);
    const least = Math.min(...next);
    // No row after this one can come out below its least.
    if (least > most) return least;
    before = row;
    row = next;
  }
  return begun ? Math.min(...row) : at(row, width);
}

/** Edits from the first `i` letters typed to each beginning of the word, by the rows for one and two fewer. */
function rowAfter(row: readonly number[], before: readonly number[], typed: string, word: string, i: number) {
  const next = [i];
  for (let j = 1; j < row.length; j++) {
    const other = typed[i - 1] === word[j - 1] ? 0 : 1;
    let count = Math.min(at(row, j - 1) + other, at(next, j - 1) + 1, at(row, j) + 1);
    const isSwapped = typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
    if (isSwapped) count = Math.min(count, at(before, j - 2) + 1);
    next.push(count);
  }
  return next;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

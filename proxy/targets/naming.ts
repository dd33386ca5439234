/** "Honkai: Star-Rail" -> "honkai star rail", so that punctuation does not decide a match. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a category's name holds this name, word by word: "Trivia" does not name the operator Tri. */
export function holdsName(category: string, name: string): boolean {
  return ` ${plainWords(category)} `.includes(` ${plainWords(name)} `);
}

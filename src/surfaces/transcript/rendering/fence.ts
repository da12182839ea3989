/** A line that could end a fenced block: nothing but white space in front of the fence. */
const FENCE_AT_LINE_START = /^[ \t]*(`{3,})/gm;

/** A fence of backticks that no line of the text can end. */
export function fenceFor(texts: readonly string[]): string {
  let longest = 2;
  for (const text of texts) {
    for (const [, fence] of text.matchAll(FENCE_AT_LINE_START)) longest = Math.max(longest, fence!.length);
  }
  return '`'.repeat(longest + 1);
}

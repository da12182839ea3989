/** Made-up texts that hold as much of the vocabulary, and of what could go wrong with it, as fits into them. */

/** A small generator of random numbers (mulberry32), so that a seed tells a failure again. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = `error failed failure traceback exception permission denied not found eaddrinuse already in use
timed out blocked 3000 5173 8000 8080 9119 port npm pnpm yarn pip uv install add taken success passed built compiled
done exit_code exit_code" exit_code' 0 verified ok OK restart restarted reload kill start one character single typo
/home/ ~/ ~ ./ /mnt/ .py .js .ts .tsx .jsx .css .html .md .json .yaml .yml .svg .sql .sh background true = == : (
skill skills gateway.log errors.log agent.log /api/logs logs eacces operation permitted missing env api key
environment variable configured unauthorized auth yaml yml colon parse docker name container conflict Conflict. The
frontend tailwind react style className visual git commit push merge rebase status diff fetch pull tag checkout
compress context window token cache gateway discord telegram slack api_server plugin dashboard-plugins __HERMES_PLUGIN
manifest.json rollback checkpoint docs documentation docusaurus README model provider openrouter codex gemini claude
anthropic openai mistral qwen deepseek llama ollama vllm gguf google ai llama.cpp local open weight weights open-weight
toolset enabled_toolsets browser tool terminal file web config. config.yaml config.yml config.json config.ts config.js
.env .environment settings.json pyproject.toml package.json --continue pytest unittest vitest playwright test tests
node --check py_compile screenshot vision_analyze browser_vision .png image data release version bump changelog publish
pushed pushe hit prompt caching cache_read`.split(/\s+/);

const PHRASES =
  `permission denied|not found|already in use|timed out|port 3000 in use|npm install|exit_code: 0|
exit_code" = 0|one character|single character|background = true|operation not permitted|missing the env|api key|
environment variable|not configured|parse error|docker name already|docker container is already|
container name conflict|Conflict. The container|git commit|git  tag|git push|context window|google ai|google model|
local model|open weight|open weights|open-weight|browser tool|terminal tool|file tool|web tool|merge conflict|
conflict (|rebase --continue|npm test|pnpm test|node --check|tests passed|test passed|image data|version bump|
pushed tag|pushe tag|cache hit|prompt caching|my-config.json|-config.yml|a_config.tsx|~/src/app.tsx|./x.json|
/home/u/.py|/home/u/a.py.b|/mnt/d/x.sh/y|~/.py|~.py|./.md|./a.md`
    .split('|')
    .map((phrase) => phrase.trim());

const SEPARATORS = [...'      ', ' ', '\n', '\n', '\r\n', '\r', '\t', '\t\t', '\x1c', '\x1f', '\x85', '\xa0']
  .concat(['\u1680', '\u2003', '\u2028', '\u202f', '\u205f', '\u3000', '\ufeff', '\u200b', '\x00', '.', '/'])
  .concat([...'-_:=()[]"\'~,;|0', '', '', '', '']);

const LETTERS = [
  '\u0130',
  '\u0131',
  '\u017f',
  '\u212a',
  '\u00e9',
  '\u65e5',
  '\u00df',
  '\u03a3',
  '\u0301',
  '\u0307',
]
  .concat([
    '\u0345',
    '\u00b2',
    '\u00bd',
    '\u2167',
    '\u24d0',
    '\u{1d4b3}',
    '\u{1f600}',
    '\u0663',
    '\u203f',
    '\ufffd',
  ])
  .concat(['a', 'Z', '7', '_', 's', 'i', 'k']);

const BROKEN = [
  [0xff],
  [0x80],
  [0xc4],
  [0xc5],
  [0xe2, 0x84],
  [0xe2],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
]
  .concat([
    [0xc0, 0xaf],
    [0xf0, 0x9f, 0x98],
    [0xe0, 0x80, 0x80],
    [0xc3, 0xc3, 0xa9, 0xa9],
  ])
  .map((bytes) => Buffer.from(bytes));

const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  i: ['\u0130', '\u0131'],
  s: ['\u017f'],
  k: ['\u212a'],
};

export class Soup {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** UTF-8, some of it broken. @param pieces how many words, more or less */
  text(pieces: number): Buffer {
    // Some texts keep to ASCII, or to valid UTF-8, so that those ways through the code are met as well.
    const beyondAscii = this.chance(0.6) ? 0.1 : 0;
    const broken = this.chance(0.3) ? 0.03 : 0;
    const parts: Buffer[] = [];
    for (let piece = 0; piece < pieces; piece++) {
      if (this.chance(broken)) parts.push(this.#pick(BROKEN));
      if (this.chance(beyondAscii)) parts.push(Buffer.from(this.#pick(LETTERS)));
      const word = this.chance(0.35) ? this.#pick(PHRASES) : this.#pick(WORDS);
      parts.push(Buffer.from(this.#spelled(word, beyondAscii > 0)));
      if (this.chance(0.85)) parts.push(Buffer.from(this.#separator(beyondAscii > 0)));
    }
    return Buffer.concat(parts);
  }

  /** The same text cut into messages anywhere, in the middle of a character too. */
  cut(text: Buffer): Buffer[] {
    const messages: Buffer[] = [];
    const longest = 1 + this.below(this.chance(0.5) ? 40 : 2_000);
    for (let at = 0; at < text.length; ) {
      const end = Math.min(text.length, at + this.below(longest + 1));
      messages.push(text.subarray(at, end));
      at = end;
    }
    return messages;
  }

  /** Calls as the reader would print them: ASCII. */
  callsJson(): string {
    const text = this.text(8).toString('utf8');
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify([{ name: 'tool', arguments: text }]).replace(/[^\x20-\x7e]/g, escaped);
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  #separator(beyondAscii: boolean): string {
    const separator = this.#pick(SEPARATORS);
    const wanted = beyondAscii || separator <= '\x7f' ? separator : ' ';
    return this.chance(0.05) ? wanted.repeat(1 + this.below(6)) : wanted;
  }

  #spelled(word: string, beyondAscii: boolean): string {
    const special = beyondAscii && this.chance(0.3) ? 0.3 : 0;
    const upper = this.chance(0.3) ? this.#random() : 0;
    let spelled = '';
    for (const char of word) {
      if (this.chance(0.004)) continue;
      const variants = this.chance(special) ? SPECIAL[char.toLowerCase()] : undefined;
      if (variants) spelled += this.#pick(variants);
      else if (char === ' ' && this.chance(0.15)) spelled += this.#separator(beyondAscii);
      else spelled += this.chance(upper) ? char.toUpperCase() : char;
    }
    return spelled;
  }
}

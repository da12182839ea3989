import { readNumber } from './number.ts';
import { JsonNumber, type JsonValue } from './value.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

const LITERALS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', new JsonNumber('NaN')],
  ['Infinity', new JsonNumber('Infinity')],
  ['-Infinity', new JsonNumber('-Infinity')],
];

/**
 * Reads what Python's `json.loads` reads, `NaN` and `Infinity` included; undefined for anything else.
 * Containers are kept on a list instead of the call stack, so a text may be nested as deep as it is long. (Python
 * gives up at about a thousand levels; what it would have printed is well defined nevertheless.)
 */
export function parseJson(text: string): JsonValue | undefined {
  return new JsonReader(text).document();
}

interface OpenContainer {
  readonly container: JsonValue[] | Map<string, JsonValue>;
  /** The key whose value is being read; unused in an array. */
  key: string;
}

class JsonReader {
  readonly #text: string;
  #position = 0;
  readonly #open: OpenContainer[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue | undefined {
    for (;;) {
      let value = this.#opening();
      while (value !== undefined) {
        const parent = this.#open.at(-1);
        this.#skipSpace();
        if (!parent) return this.#position === this.#text.length ? value : undefined;
        if (Array.isArray(parent.container)) parent.container.push(value);
        else parent.container.set(parent.key, value);
        if (this.#skip(',')) {
          if (!this.#key(parent)) return undefined;
          break;
        }
        value = this.#closing(parent);
        if (value === undefined) return undefined;
      }
      if (value === undefined && !this.#descended) return undefined;
    }
  }

  /** Whether the last `#opening` began a container that is not empty. */
  #descended = false;

  /** A scalar or an empty container; undefined after entering a container (`#descended`) or at an error. */
  #opening(): JsonValue | undefined {
    this.#descended = false;
    this.#skipSpace();
    if (this.#skip('[')) return this.#enter({ container: [], key: '' });
    if (this.#skip('{')) return this.#enter({ container: new Map(), key: '' });
    return this.#scalar();
  }

  #enter(opened: OpenContainer): JsonValue | undefined {
    this.#open.push(opened);
    this.#skipSpace();
    const empty = this.#closing(opened);
    if (empty !== undefined) return empty;
    this.#descended = this.#key(opened);
    return undefined;
  }

  #closing(opened: OpenContainer): JsonValue | undefined {
    if (!this.#skip(Array.isArray(opened.container) ? ']' : '}')) return undefined;
    this.#open.pop();
    return opened.container;
  }

  /** Reads up to the next value of an object; nothing in an array. False at an error. */
  #key(opened: OpenContainer): boolean {
    if (Array.isArray(opened.container)) return true;
    this.#skipSpace();
    const key = this.#string();
    if (key === undefined) return false;
    opened.key = key;
    this.#skipSpace();
    return this.#skip(':');
  }

  #scalar(): JsonValue | undefined {
    if (this.#text.charCodeAt(this.#position) === QUOTE) return this.#string();
    const number = readNumber(this.#text, this.#position);
    if (number) {
      this.#position += number.length;
      return new JsonNumber(number.printed);
    }
    for (const [word, value] of LITERALS) if (this.#skip(word)) return value;
    return undefined;
  }

  #string(): string | undefined {
    const text = this.#text;
    const start = this.#position;
    if (text.charCodeAt(start) !== QUOTE) return undefined;
    let end = start + 1;
    let escaped = false;
    for (let unit = text.charCodeAt(end); unit !== QUOTE; unit = text.charCodeAt(end)) {
      if (unit === BACKSLASH) {
        escaped = true;
        end += 2;
      } else if (unit >= FIRST_PRINTABLE) {
        end += 1;
      } else {
        // A control character, or (not a number) the end of the text.
        return undefined;
      }
      if (end >= text.length) return undefined;
    }
    this.#position = end + 1;
    return escaped ? unescapeString(text.slice(start, end + 1)) : text.slice(start + 1, end);
  }

  #skip(token: string): boolean {
    if (!this.#text.startsWith(token, this.#position)) return false;
    this.#position += token.length;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#position);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#position += 1;
    }
  }
}

function unescapeString(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

/**
 * A JSON value that keeps what JavaScript's own would lose: numbers as text, and the order of keys that look like
 * integers. A key given twice holds its last value at its first place, as in Python.
 */
export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | Map<string, JsonValue>;

/** A number as Python prints it after reading it. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

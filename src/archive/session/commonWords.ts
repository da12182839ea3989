/**
 * Words that many sessions have in common: models, folders, how they ended. Read from the archive each comes as a text of
 * its own; kept once, a hundred thousand sessions take less memory and are moved about sooner by the collector.
 */
export class CommonWords {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, string[]>();

  /** The text as it was read first. */
  text<Text extends string | null>(text: Text): Text {
    if (text === null) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known as Text;
    this.#texts.set(text, text);
    return text;
  }

  /** The models of a session: its one, or none. */
  models(model: string | null): string[] {
    const key = model ?? '';
    const known = this.#lists.get(key);
    if (known) return known;
    const models = key === '' ? [] : [key];
    this.#lists.set(key, models);
    return models;
  }
}

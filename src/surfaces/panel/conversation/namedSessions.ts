/** The sessions that answers have named to the webview, and whose transcripts it may open. */
export class NamedSessions {
  readonly #ids = new Set<string>();

  /** Of one that Hermes has deleted there is no transcript. */
  add({ id, deleted }: { readonly id: string; readonly deleted: boolean }): void {
    if (!deleted) this.#ids.add(id);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Another history is shown. */
  forget(): void {
    this.#ids.clear();
  }
}

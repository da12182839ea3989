import type { Page } from 'playwright-core';

/** The clipboard of one window's browser. */
export class Clipboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async empty(): Promise<void> {
    await this.#page.evaluate(() => navigator.clipboard.writeText(''));
  }

  /** The picture in it, as a PNG; undefined when there is none. */
  async picture(): Promise<Buffer | undefined> {
    const base64 = await this.#page.evaluate(async () => {
      const items = await navigator.clipboard.read();
      const item = items.find(({ types }) => types.includes('image/png'));
      if (!item) return undefined;
      const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    });
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  }

  /** From now on the browser refuses whoever writes to it. */
  async refuse(): Promise<void> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    const browserContextId = targetInfo.browserContextId!;
    for (const allowWithoutSanitization of [true, false]) {
      const permission = { name: 'clipboard-write', allowWithoutSanitization };
      await session.send('Browser.setPermission', { permission, setting: 'denied', browserContextId });
    }
    await session.detach();
  }
}

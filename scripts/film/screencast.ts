import type { Page } from 'playwright-core';

/** What a page showed at a moment. */
export interface Shot {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly png: Buffer;
}

/**
 * Keeps what a page shows, each time it draws something new, as fast as the browser can.
 * @returns ends it and hands over the shots, in their order
 */
export async function screencast(page: Page): Promise<() => Promise<Shot[]>> {
  const shots: Shot[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    shots.push({ at: (metadata.timestamp ?? 0) * 1000, png: Buffer.from(data, 'base64') });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return async () => {
    await session.send('Page.stopScreencast');
    await session.detach();
    return shots.sort((a, b) => a.at - b.at);
  };
}

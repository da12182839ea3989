import type { Page } from 'playwright-core';

/**
 * Everything that VS Code sends to a window from now on, and with it everything that the extension host says to the
 * window and to the webviews in it. Open the window after this.
 * @returns reads what came so far
 */
export function tapWire(page: Page): () => string {
  const heard: Buffer[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload))),
  );
  return () => Buffer.concat(heard).toString('utf8');
}

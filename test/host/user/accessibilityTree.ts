import type { CDPSession, Page } from 'playwright-core';

/** The whole window as assistive technology gets it, frames included, as JSON. */
export async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const trees = [await treesOf(session)];
  for (const frame of page.frames()) {
    // Only a frame with a process of its own has a session of its own.
    const own = await page
      .context()
      .newCDPSession(frame)
      .catch(() => undefined);
    if (own) trees.push(await treesOf(own));
    await own?.detach();
  }
  await session.detach();
  return JSON.stringify(trees);
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: FrameTree[];
}

async function treesOf(session: CDPSession): Promise<unknown[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const trees: unknown[] = [];
  for (const frameId of frameIds(frameTree)) {
    trees.push(await session.send('Accessibility.getFullAXTree', { frameId }).catch(() => null));
  }
  return trees;
}

function frameIds({ frame, childFrames = [] }: FrameTree): string[] {
  return [frame.id, ...childFrames.flatMap(frameIds)];
}

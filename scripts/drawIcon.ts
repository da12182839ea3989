/**
 * Draws `media/icon.svg` and `media/icon.png` anew after a change of `src/artwork/productMark.ts`.
 * Run with `node scripts/drawIcon.ts`; it needs a Chromium, found by playwright-core or named in `CHROMIUM`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { MARK_GRID, productIconSvg } from '../src/artwork/productMark.ts';

const media = join(import.meta.dirname, '..', 'media');
const svg = productIconSvg();
await writeFile(join(media, 'icon.svg'), svg);

const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: MARK_GRID, height: MARK_GRID } });
  await page.setContent(`<body style="margin:0">${svg}`);
  await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}

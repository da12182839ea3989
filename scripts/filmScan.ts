/**
 * Films a first scan for the README: `npm run film`. A real VS Code with the packaged extension reads a large sample
 * history, and what its window shows meanwhile becomes media/screenshots/scan.png, an animated PNG in real time.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToTheEnd } from '../test/host/runtime/lifetime.ts';
import { REPOSITORY, temporaryFolder } from '../test/host/runtime/places.ts';
import { writeSampleHistory } from '../test/host/runtime/sampleHistory.ts';
import { say } from '../test/host/runtime/say.ts';
import { VsCode } from '../test/host/user/vscode.ts';
import type { Workbench } from '../test/host/user/workbench.ts';
import { animatedPng, type Frame } from './film/animatedPng.ts';
import { readPng } from './film/readPng.ts';
import { type Shot, screencast } from './film/screencast.ts';

const PICTURE = join(REPOSITORY, 'media/screenshots/scan.png');
const SIZE = { width: 960, height: 640 };
/** Read in some seconds. */
const SESSIONS = 4000;
/** With more frames the picture would be larger than a repository should hold. */
const FRAME_MILLISECONDS = 400;
const LAST_FRAME_MILLISECONDS = 3000;

/** Nothing but the panel and the status bar. */
const SETTINGS = {
  'workbench.colorTheme': 'Dark 2026',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'hermesAchievements.notifications': 'off',
};

await runToTheEnd(async () => {
  say('Writing a history …');
  const folder = await temporaryFolder('film');
  const [home, prepared] = [join(folder, 'hermes'), join(folder, 'prepared')];
  await mkdir(home);
  await writeSampleHistory(prepared, SESSIONS);
  const vscode = await VsCode.start({ home, settings: SETTINGS });
  const window = await vscode.openWindow({ ...SIZE, hasHistory: false });
  await window.hideSideBar();
  await window.showPanel();
  await window.panel.emptyState.waitFor();
  // At the edge, where it comes to rest, it would light up the border of the side bar.
  await window.page.mouse.move(SIZE.width / 2, SIZE.height - 40);
  say('Filming …');
  const shots = await film(window, () => rename(join(prepared, 'state.db'), join(home, 'state.db')));
  await vscode.stop();
  const frames = framesOf(shots);
  const picture = animatedPng(frames);
  await writeFile(PICTURE, picture);
  const seconds = frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  say(`${frames.length} frames, ${seconds.toFixed(1)} s, ${picture.length} bytes: ${PICTURE}`);
  return 0;
});

/** @returns what the window showed from the first sight of banner and figures until the banner has gone */
async function film(window: Workbench, bringHistory: () => Promise<void>): Promise<Shot[]> {
  const begun = window.panel.frame.locator('ha-panel').evaluate(firstSight);
  const end = await screencast(window.page);
  // The panel watches the place, and reads by itself what comes there.
  await bringHistory();
  const began = await begun;
  await window.panel.banner.waitFor({ state: 'detached', timeout: 120_000 });
  await window.drawn();
  await window.drawn();
  return (await end()).filter(({ at }) => at >= began);
}

/** Runs in the page. */
function firstSight(panel: Element): Promise<number> {
  return new Promise((seen) => {
    const look = (): void => {
      const there = (tag: string): boolean => panel.shadowRoot?.querySelector(tag) != null;
      if (there('ha-scan-banner') && there('ha-summary-header'))
        requestAnimationFrame(() => seen(Date.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** At most one frame in a while, each shown for as long as it stood. */
function framesOf(shots: readonly Shot[]): Frame[] {
  const kept = shots.filter(
    ({ at }, index) =>
      index === shots.length - 1 ||
      Math.floor(at / FRAME_MILLISECONDS) !== Math.floor(shots[index + 1]!.at / FRAME_MILLISECONDS),
  );
  return kept.map(({ at, png }, index) => {
    const next = kept[index + 1];
    return { image: readPng(png), milliseconds: next ? next.at - at : LAST_FRAME_MILLISECONDS };
  });
}

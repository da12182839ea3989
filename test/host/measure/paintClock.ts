/** Functions that run in the panel's page, where nothing else of this module is in reach. */

/** What the clock leaves on the page. */
export interface PaintClock {
  /** Milliseconds from the arrival of the snapshot to the beginning of the frame after the one that draws its cards. */
  firstPaint?: number;
}

export type ClockedWindow = Window & { paintClock?: PaintClock };

/**
 * Runs in every frame before the page's own program, and hears with its ears: VS Code writes the page into a frame that
 * it has opened before, which takes away every listener that was there.
 */
export function startPaintClock(): void {
  // The window around the panel has no cards.
  if (window === window.top) return;
  const page = window as ClockedWindow;
  const clock: PaintClock = {};
  page.paintClock = clock;
  const listen = EventTarget.prototype.addEventListener;
  page.addEventListener = (...args: Parameters<typeof listen>) => {
    if (args[0] === 'message') listen.call(page, 'message', hear);
    listen.apply(page, args);
  };

  function hear(event: Event & { data?: { type?: string } }): void {
    if (event.data?.type === 'init') requestAnimationFrame(() => look(event.timeStamp));
  }

  function look(arrived: number): void {
    const grid = document.querySelector('ha-panel')?.shadowRoot?.querySelector('ha-badge-grid');
    const drawn = grid?.shadowRoot?.querySelectorAll('ha-badge-card').length === 60;
    requestAnimationFrame(
      drawn ? () => Object.assign(clock, { firstPaint: performance.now() - arrived }) : () => look(arrived),
    );
  }
}

/**
 * Chooses every filter by state and by category, and all badges again after each, as often as told.
 * @returns for each of these steps the milliseconds for which it kept the page busy: the click with all that follows
 * from it, then its frame from the beginning to the end of painting. The wait between both is the screen's.
 */
export async function timeFilters(_body: unknown, rounds: number): Promise<number[][]> {
  const bar = document.querySelector('ha-panel')?.shadowRoot?.querySelector('ha-filter-bar')?.shadowRoot;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  /** A task of its own comes after all that is under way: rendering, or a frame's style, layout and painting. */
  const ended = (): Promise<void> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null);
    });

  async function time(choice: HTMLElement): Promise<number> {
    await frame();
    await ended();
    const clicked = performance.now();
    choice.click();
    await ended();
    const rendered = performance.now();
    await frame();
    const begun = performance.now();
    await ended();
    return rendered - clicked + (performance.now() - begun);
  }

  const steps = ['.states', '.categories'].flatMap((group) => {
    const [all, ...others] = bar?.querySelectorAll<HTMLElement>(`${group} .choice`) ?? [];
    return others.flatMap((other) => [other, all!]);
  });
  const spans: number[][] = steps.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, step] of steps.entries()) spans[index]!.push(await time(step));
  }
  return spans;
}

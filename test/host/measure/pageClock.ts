/** Functions that run in the panel's page, where nothing else of this module is in reach. */

/**
 * What the pages take, in milliseconds, once for each round; another grouping and the curve without their last wait for
 * the screen.
 */
export interface PageTimes {
  readonly timeline: number[];
  readonly activity: number[];
  readonly recap: number[];
  readonly usage: number[];
  readonly grouping: number[];
  readonly curve: number[];
}

/**
 * Opens each page as often as told, each time anew: from the click until what it shows is painted, the questions to
 * the history and the waits for the screen included.
 */
export async function timePages(_body: unknown, rounds: number): Promise<PageTimes> {
  /** Nobody points at a card and has clicked on it sooner, however slow the machine is. */
  const RESTED_MS = 200;
  const panel = document.querySelector('ha-panel')!.shadowRoot!;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const ended = (): Promise<void> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  const find = (...way: string[]): HTMLElement | null =>
    way.reduce<HTMLElement | null | undefined>((at, selector, step) => {
      const root = step === 0 ? panel : at?.shadowRoot;
      return root?.querySelector<HTMLElement>(selector);
    }, null) ?? null;
  const tab = (index: number): HTMLElement =>
    panel.querySelectorAll<HTMLElement>('vscode-tab-header')[index]!;

  async function time(act: () => void, isThere: () => boolean): Promise<number> {
    await frame();
    await ended();
    const clicked = performance.now();
    act();
    while (!isThere()) await frame();
    await frame();
    await ended();
    return performance.now() - clicked;
  }
  /** The same for what is to be there within a frame: the wait for that frame to begin is the screen's, and left out. */
  async function timeBusy(act: () => void, isThere: () => boolean): Promise<number> {
    await frame();
    await ended();
    const clicked = performance.now();
    act();
    while (!isThere()) await new Promise((later) => setTimeout(later, 1));
    const there = performance.now();
    await frame();
    const begun = performance.now();
    await ended();
    return there - clicked + (performance.now() - begun);
  }
  /** As the mouse does before it clicks. */
  const restOn = async (element: HTMLElement): Promise<void> => {
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await new Promise((rested) => setTimeout(rested, RESTED_MS));
  };
  const click = (element: HTMLElement | null | undefined) => () => element!.click();
  const grouping = (): HTMLSelectElement =>
    find('ha-usage-page', 'ha-usage-choices', 'select') as HTMLSelectElement;
  const group = (by: string) => () => {
    grouping().value = by;
    grouping().dispatchEvent(new Event('change'));
  };
  const heading = (): string => find('ha-usage-page', 'ha-usage-chart', 'h3')?.textContent ?? '';
  const recaps = (): HTMLElement[] => [
    ...(find('ha-activity-page', 'ha-recap-panel')?.shadowRoot?.querySelectorAll<HTMLElement>('.choice') ??
      []),
  ];
  const isRecap = (): boolean => find('ha-activity-page', 'ha-recap-panel', 'ha-recap-view', 'h3') !== null;

  const times: PageTimes = { timeline: [], activity: [], recap: [], usage: [], grouping: [], curve: [] };
  for (let round = 0; round < rounds; round++) {
    times.timeline.push(await time(click(tab(1)), () => find('ha-timeline-page', '.month') !== null));
    times.activity.push(
      await time(
        click(tab(2)),
        () => find('ha-activity-page', 'ha-year-calendar', 'ha-readable-chart', 'svg') !== null,
      ),
    );
    times.recap.push(await time(click(recaps()[2]), isRecap));
    await time(click(recaps()[2]), () => !isRecap());
    times.usage.push(
      await time(
        click(tab(3)),
        () =>
          find('ha-usage-page', 'ha-usage-table', 'tbody tr') !== null &&
          find('ha-usage-page', 'ha-usage-chart', 'ha-readable-chart', 'svg') !== null,
      ),
    );
    const byDay = heading();
    times.grouping.push(await timeBusy(group('model'), () => heading() !== byDay));
    await time(group('day'), () => heading() === byDay);
    await time(click(tab(0)), () => find('ha-badge-grid', 'ha-badge-card') !== null);
    await restOn(find('ha-badge-grid', 'ha-badge-card', 'article')!);
    times.curve.push(
      await timeBusy(
        click(find('ha-badge-grid', 'ha-badge-card', '.open')),
        () => find('ha-badge-detail', 'ha-figure-curve', 'ha-readable-chart', 'svg') !== null,
      ),
    );
    await time(click(find('ha-badge-detail', '.close')), () => find('ha-badge-detail') === null);
  }
  return times;
}

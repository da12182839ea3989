import { ScrollRest } from './rest.ts';

/** The page's scroll position, remembered by someone else. */
export class PanelScroll {
  /** @param onRest hears the CSS pixels from the top */
  constructor(onRest: (scroll: number) => void) {
    const rest = new ScrollRest(() => onRest(Math.max(0, Math.round(window.scrollY))));
    window.addEventListener('scroll', () => rest.moved(), { passive: true });
    document.addEventListener('visibilitychange', rest.tell);
    window.addEventListener('pagehide', rest.tell);
  }

  restore(scroll: number): void {
    window.scrollTo({ top: scroll, behavior: 'instant' });
  }
}

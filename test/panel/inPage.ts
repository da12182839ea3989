/** Functions that run in the panel's page, where nothing else of this module is in reach. */

/** The words of the focused control. */
export function focusedWords(): string {
  let focused = document.activeElement;
  let words = '';
  while (focused) {
    const label =
      focused.getAttribute('aria-label') ?? focused.getAttribute('label') ?? focused.textContent ?? '';
    words =
      label
        .replaceAll(/[\ue000-\uf8ff]/g, '')
        .trim()
        .replaceAll(/\s+/g, ' ') || words;
    focused = focused.shadowRoot?.activeElement ?? null;
  }
  return words;
}

/** Whether an element lies over everything else in the window, at the place where it stands. */
export function isOnTop(element: Element): boolean {
  // What lets the mouse through is not found by its place.
  const { host } = element.getRootNode() as ShadowRoot;
  (host as HTMLElement).style.pointerEvents = 'auto';
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  let found = document.elementFromPoint(left, top);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(left, top);
    if (inner === null || inner === found) break;
    found = inner;
  }
  return found === element;
}

import { html, type TemplateResult } from 'lit';

/**
 * The glyphs used, by their names in @vscode/codicons. Only the font is taken from there: its style sheet of hundreds
 * of classes would have to be loaded anew inside every component.
 */
export const CODICONS = {
  account: 0xeb99,
  'arrow-down': 0xea9a,
  'arrow-right': 0xea9c,
  'arrow-up': 0xeaa1,
  beaker: 0xea79,
  check: 0xeab2,
  'chevron-right': 0xeab6,
  close: 0xea76,
  copy: 0xebcc,
  error: 0xea87,
  export: 0xebac,
  'folder-opened': 0xeaf7,
  'go-to-file': 0xea94,
  history: 0xea82,
  info: 0xea74,
  output: 0xeb9d,
  refresh: 0xeb37,
  save: 0xeb4b,
  search: 0xea6d,
  share: 0xec25,
  'stop-circle': 0xeba5,
  warning: 0xea6c,
} as const;

export type CodiconName = keyof typeof CODICONS;

/** An icon beside words that say the same; hidden from screen readers. */
export function codicon(name: CodiconName, slot = ''): TemplateResult {
  return html`<span class="codicon" slot=${slot} aria-hidden="true">${String.fromCodePoint(CODICONS[name])}</span>`;
}

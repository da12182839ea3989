/** The four kinds of colour theme, by the name that screenshots carry. */
export const THEMES = {
  dark: { setting: 'Default Dark Modern', windowClass: 'vs-dark' },
  light: { setting: 'Default Light Modern', windowClass: 'vs' },
  'high-contrast-dark': { setting: 'Default High Contrast', windowClass: 'hc-black' },
  'high-contrast-light': { setting: 'Default High Contrast Light', windowClass: 'hc-light' },
} as const;

export type Theme = keyof typeof THEMES;

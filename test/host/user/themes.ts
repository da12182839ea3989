/** The four kinds of colour theme, by the name that screenshots carry. */
export const THEMES = {
  dark: { label: 'Dark 2026', windowClass: 'vs-dark' },
  light: { label: 'Light 2026', windowClass: 'vs' },
  'high-contrast-dark': { label: 'Dark High Contrast', windowClass: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', windowClass: 'hc-light' },
} as const;

export type Theme = keyof typeof THEMES;

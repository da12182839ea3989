import { html, type TemplateResult } from 'lit';

/** A translated message with `{0}` in it, the value in its place and set off from the words, wherever they stand. */
export function emphasised(message: string, value: string, className = ''): TemplateResult {
  const [before = '', after = ''] = message.split('{0}');
  return html`${before}<strong class=${className}>${value}</strong>${after}`;
}

/** Looks up the translation of an English message and fills its `{0}`, `{1}`; both l10n libraries of VS Code offer it. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** The message itself, filled. */
export const english: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));

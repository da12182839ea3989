import type { Translate } from '../../artwork/words.ts';

/** The words of a transcript in the reader's language; `{0}` and so on stand for what is filled in. */
export interface TranscriptWords {
  readonly language: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly tokens: string;
  readonly estimatedCost: string;
  readonly compacted: string;
  readonly call: string;
  readonly result: string;
  readonly size: string;
  readonly places: string;
  readonly placesCut: string;
  readonly noPlaces: string;
  readonly charactersLeftOut: string;
  readonly messagesLeftOut: string;
}

export type Label =
  | 'session'
  | 'source'
  | 'model'
  | 'started'
  | 'lastMessage'
  | 'directory'
  | 'branch'
  | 'repository'
  | 'parent'
  | 'ended'
  | 'tokens'
  | 'cost'
  | 'messages';

/** @param t translates: `vscode.l10n.t` in the editor */
export function transcriptWords(t: Translate, language: string): TranscriptWords {
  return {
    language,
    labels: {
      session: t('Session'),
      source: t('Source'),
      model: t('Model'),
      started: t('Started'),
      lastMessage: t('Last message'),
      directory: t('Working directory'),
      branch: t('Git branch'),
      repository: t('Git repository'),
      parent: t('Continues session'),
      ended: t('Ended because'),
      tokens: t('Tokens'),
      cost: t('Cost'),
      messages: t('Messages'),
    },
    roles: { user: t('User'), assistant: t('Assistant'), system: t('System') },
    tokens: t('{0} in, {1} out, {2} read from cache, {3} written to cache, {4} for reasoning'),
    estimatedCost: t('{0} (estimated)'),
    compacted: t('compacted away'),
    call: t('Call of {0}'),
    result: t('Result of {0}'),
    size: t('lines: {0}, characters: {1}'),
    places: t('Highlighted is what counted for the badge {0}. Places: {1}.'),
    placesCut: t(
      'Highlighted is what counted for the badge {0}. Places: {1}, of which the first {2} are highlighted.',
    ),
    noPlaces: t('For the badge {0}, no single word of this session counted.'),
    charactersLeftOut: t('characters left out here: {0}'),
    messagesLeftOut: t('Messages left out, because the session is too long to be shown whole: {0}'),
  };
}

/** Puts values in the places of a template. */
export function fill(template: string, ...values: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

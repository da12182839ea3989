import type { Translate } from '../../words/translate.ts';

/** The words of a transcript in the reader's language; `{0}` and so on stand for what is filled in. */
export interface TranscriptWords {
  readonly language: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly roles: Readonly<Record<string, string>>;
  /** Why a session ended, by the code that Hermes keeps. */
  readonly endReasons: Readonly<Record<string, string>>;
  readonly tokens: string;
  readonly estimatedCost: string;
  readonly compacted: string;
  readonly call: string;
  readonly result: string;
  readonly lines: Counted;
  readonly characters: Counted;
  readonly messages: Counted;
  /** Two phrases of a list. */
  readonly pair: string;
  /** Two sentences, one after the other. */
  readonly sentences: string;
  /** The badge is `{1}`. */
  readonly places: Counted;
  readonly placesCut: string;
  readonly noPlaces: string;
  readonly leftOutHere: string;
  readonly leftOut: string;
}

/** A phrase for one, and one for any other number, which is `{0}`. */
interface Counted {
  readonly one: string;
  readonly many: string;
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
      ended: t('Ended'),
      tokens: t('Tokens'),
      cost: t('Cost'),
      messages: t('Messages'),
    },
    roles: { user: t('User'), assistant: t('Assistant'), system: t('System') },
    endReasons: endReasons(t),
    tokens: t('{0} in, {1} out, {2} read from cache, {3} written to cache, {4} for reasoning'),
    estimatedCost: t('{0} (estimated)'),
    compacted: t('compacted away'),
    call: t('Called {0}'),
    result: t('Result of {0}'),
    lines: { one: t('1 line'), many: t('{0} lines') },
    characters: { one: t('1 character'), many: t('{0} characters') },
    messages: { one: t('1 message'), many: t('{0} messages') },
    pair: t('{0}, {1}'),
    sentences: t('{0} {1}'),
    places: {
      one: t('1 place that counted for {1} is highlighted.'),
      many: t('{0} places that counted for {1} are highlighted. F8 goes to the next.'),
    },
    placesCut: t('{0} places counted for {1}; the first {2} are highlighted. F8 goes to the next.'),
    noPlaces: t('No single word of this session counted for {0}.'),
    leftOutHere: t('left out here: {0}'),
    leftOut: t('This session is too long to be shown whole. Left out: {0}.'),
  };
}

function endReasons(t: Translate): TranscriptWords['endReasons'] {
  return {
    agent_close: t('Hermes was closed'),
    branched: t('continued in a branch'),
    cli_close: t('Hermes was closed'),
    completed: t('task completed'),
    compression: t('compacted, continued in a new session'),
    cron_complete: t('scheduled job completed'),
    daily: t('daily reset'),
    idle: t('idle for too long'),
    idle_timeout: t('idle for too long'),
    new_session: t('new session started'),
    resume_pending_expired: t('not resumed in time'),
    session_reset: t('reset'),
    session_switch: t('switched to another session'),
    suspended: t('suspended'),
    user_exit: t('Hermes was closed'),
  };
}

/** `35 characters`, `1 line`. @param more values from `{1}` on */
export function counted(
  { one, many }: Counted,
  count: number,
  language: string,
  ...more: readonly string[]
): string {
  return fill(count === 1 ? one : many, count.toLocaleString(language), ...more);
}

/** Puts values in the places of a template. */
export function fill(template: string, ...values: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

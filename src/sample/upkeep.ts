import { append } from './operations/appending.ts';
import type { Place } from './operations/carriers.ts';
import { compact } from './operations/compaction.ts';
import { noteDisplay } from './operations/display.ts';
import type { Hermes } from './operations/hermes.ts';
import { hide, pin, renameTitle } from './operations/keeping.ts';
import { prune } from './operations/pruning.ts';
import { branch, reset, rotate } from './operations/succession.ts';
import { editMessage, regenerate, retry, rewind } from './operations/takingBack.ts';
import type { Sequel } from './outline.ts';
import type { Random } from './random.ts';
import type { SessionSetting } from './session.ts';
import { answer, summary } from './texts/answers.ts';
import type { Transcript } from './transcript.ts';

/** Where a summary stood, and how often. */
const PLACES: readonly (readonly [Place, number])[] = [
  ['user row', 5],
  ['assistant row', 1],
  ['before', 2],
  ['behind', 2],
];

const WAYS_BACK = [
  ['rewind', 5],
  ['retry', 2],
  ['edit', 1],
  ['regenerate', 2],
] as const;

const HOUR = 3600;

/**
 * What Hermes and its user do to a session beside talking: rows are folded, cleared, taken back and copied. Has chances
 * of its own, so that what is said is the same with it and without it.
 */
export class Upkeep {
  readonly #hermes: Hermes;
  readonly #random: Random;
  readonly #setting: SessionSetting;
  readonly #transcript: Transcript;

  constructor(hermes: Hermes, setting: SessionSetting, transcript: Transcript) {
    this.#hermes = hermes;
    this.#random = hermes.random;
    this.#setting = setting;
    this.#transcript = transcript;
  }

  /** In-place compaction. @returns false if the session is too short for it */
  compact(): boolean {
    return compact(this.#hermes, this.#setting.id, {
      ...this.#summary(),
      now: this.#transcript.clock,
      place: this.#random.weighted(PLACES),
    });
  }

  #summary(): { summary: string; legacy: boolean } {
    return { summary: summary(this.#random), legacy: !this.#setting.era.longPrefix };
  }

  /** Now and then the user goes on hours later, or the next day. */
  sleep(): void {
    if (!this.#random.chance(0.08)) return;
    this.#transcript.pause(Math.min(80, this.#random.logNormal(13, 0.8)) * HOUR);
  }

  /** The last turn was not what the user wanted. */
  takeBack(): void {
    const { id } = this.#setting;
    switch (this.#random.weighted(WAYS_BACK)) {
      case 'rewind':
        rewind(this.#hermes, id);
        break;
      case 'retry':
        retry(this.#hermes, id, ({ role }) => (role === 'tool' ? {} : { content: answer(this.#random) }));
        break;
      case 'edit':
        editMessage(this.#hermes, id, answer(this.#random));
        this.#answerAgain();
        break;
      case 'regenerate':
        regenerate(this.#hermes, id, answer(this.#random));
        break;
    }
  }

  #answerAgain(): void {
    this.#transcript.pause(20);
    const { id } = this.#setting;
    const content = answer(this.#random);
    const timestamp = this.#transcript.clock;
    append(this.#hermes, { session_id: id, role: 'assistant', content, timestamp, finish_reason: 'stop' });
  }

  /** Old results are cleared while the session goes on. */
  clear(): void {
    if (!this.#setting.era.prunes || this.#transcript.messages < 30 || !this.#random.chance(0.05)) return;
    prune(this.#hermes, this.#setting.id, { keep: 10 });
  }

  /** What the user does to the session afterwards. */
  tidy(): void {
    const { id, title } = this.#setting;
    if (this.#random.chance(0.015)) hide(this.#hermes, id);
    if (this.#random.chance(0.02)) pin(this.#hermes, id);
    if (title !== null && this.#random.chance(0.05)) renameTitle(this.#hermes, id, `${title} (done)`);
    noteDisplay(this.#hermes, id);
  }

  /** Lets another session begin where this one ends. */
  goOn({ how }: Sequel, { id, start: now, era }: SessionSetting): void {
    const parent = this.#setting.id;
    const child = { id, now };
    if (how === 'rotation') {
      rotate(this.#hermes, parent, { ...child, ...this.#summary() });
    } else if (how === 'branch') {
      branch(this.#hermes, parent, { ...child, marked: era.marksBranches, keepsTimes: era.keepsTimes });
    } else {
      const reason = this.#random.pick(['idle', 'daily', 'session_reset']);
      // Chats have a key by which the next session is known; others say in a mark where they come from.
      const marked = this.#hermes.database.sessionCell(parent, 'session_key') === null;
      const ended = this.#transcript.clock;
      reset(this.#hermes, parent, { ...child, ended, reason, marked, carried: marked ? 0 : 2 });
    }
  }
}

/** How long after one session another goes on from it, in seconds. */
export function pauseBefore({ how }: Sequel, random: Random): number {
  return how === 'reset' ? random.int(2, 30) * HOUR : random.int(1, 90);
}

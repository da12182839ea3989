import type { ToolCall } from '../../../hermes/messages/calls/toolCalls.ts';
import type { TranscriptMessage } from '../../../hermes/messages/transcript.ts';
import type { Transcript } from '../document.ts';
import type { Span } from '../finding/finder.ts';
import { findMatches, type Rule } from '../finding/findMatches.ts';
import { counted, fill, type TranscriptWords } from '../words.ts';
import type { WordsThatCount } from '../wordsThatCount.ts';
import { type CodeBlock, lineCount, writeCodeBlock } from './codeBlock.ts';
import { DocumentWriter } from './documentWriter.ts';
import { momentText, type SessionOutline, sessionFacts } from './sessionFacts.ts';
import { codeSpanText } from './visibleText.ts';

export interface DocumentOptions {
  readonly words: TranscriptWords;
  readonly counts: WordsThatCount;
  /** The badge that the words count for. */
  readonly badgeName: string | null;
  /** How many characters of one text are shown. */
  readonly textLimit: number;
  readonly limits: DocumentLimits;
}

export interface DocumentLimits {
  /** Beyond this many characters only messages with matches are shown. */
  readonly comfortable: number;
  /** Beyond this many characters nothing is shown. */
  readonly most: number;
  readonly matches: number;
}

/** What VS Code highlights, folds and scrolls without effort. */
export const DOCUMENT_LIMITS: DocumentLimits = { comfortable: 2_000_000, most: 3_000_000, matches: 20_000 };

const LONGEST_NAME = 100;
const LONGEST_TITLE = 200;
const LONGEST_FACT = 500;

/**
 * Writes a session's transcript, a message after another; none is kept. Whatever comes from the history stands in
 * fenced blocks and code spans, so that nothing of it is Markdown.
 */
export class TranscriptDocument {
  readonly #options: DocumentOptions;
  readonly #writer: DocumentWriter;
  readonly #folds: number[] = [];
  /** What counted and what there was no room for is known only when everything was read. */
  readonly #summary: (text: string) => void;
  #found = 0;
  #number = 0;
  #messagesLeftOut = 0;
  #charactersLeftOut = 0;

  constructor(outline: SessionOutline, options: DocumentOptions) {
    this.#options = options;
    this.#writer = new DocumentWriter(options.limits.matches);
    this.#head(outline);
    this.#summary = this.#writer.reserveLine();
    this.#writer.endLine();
  }

  add(message: TranscriptMessage): void {
    this.#number++;
    const { counts, limits } = this.#options;
    const texts = this.#matched(message.text, counts.inTexts);
    const calls = message.calls.map((call) => ({
      call,
      counted: this.#counted(counts.isTool(call.name)),
      arguments: this.#matched(call.arguments, counts.inArguments),
    }));
    // A name in a result is no call, a name in any other message is one.
    const isResult = message.role === 'tool';
    const named = this.#counted(counts.isTool(message.toolName) && (!isResult || counts.onResults));
    const matched =
      named || texts.length > 0 || calls.some((each) => each.counted || each.arguments.length > 0);
    if (counts.messages) this.#found++;
    const room = matched ? limits.most : limits.comfortable;
    if (this.#writer.length > room) {
      this.#messagesLeftOut++;
      return;
    }
    if (isResult) {
      this.#result(message, texts, named);
    } else {
      this.#heading(message, named);
      if (message.text !== '') this.#block('text', message.text, texts);
    }
    for (const each of calls) this.#call(each.call, each.counted, each.arguments);
  }

  /** Ends the document. */
  finish(): Transcript {
    const { matches } = this.#writer;
    const told = [this.#places(matches.length / 4), this.#leftOut()].filter((sentence) => sentence !== '');
    this.#summary(told.length === 2 ? fill(this.#options.words.sentences, told[0]!, told[1]!) : told.join());
    return {
      text: this.#writer.text,
      matches: Int32Array.from(matches),
      found: this.#found,
      folds: Int32Array.from(this.#folds),
    };
  }

  #places(shown: number): string {
    const { words, badgeName } = this.#options;
    if (badgeName === null) return '';
    if (this.#found === 0) return fill(words.noPlaces, badgeName);
    const found = this.#found.toLocaleString(words.language);
    return shown < this.#found
      ? fill(words.placesCut, found, badgeName, shown.toLocaleString(words.language))
      : counted(words.places, this.#found, words.language, badgeName);
  }

  #leftOut(): string {
    const { words } = this.#options;
    const [messages, characters] = [this.#messagesLeftOut, this.#charactersLeftOut];
    const parts = [
      ...(messages > 0 ? [counted(words.messages, messages, words.language)] : []),
      ...(characters > 0 ? [counted(words.characters, characters, words.language)] : []),
    ];
    if (parts.length === 0) return '';
    return fill(words.leftOut, parts.length === 2 ? fill(words.pair, parts[0]!, parts[1]!) : parts[0]!);
  }

  #head(outline: SessionOutline): void {
    const writer = this.#writer;
    const { words, counts } = this.#options;
    const title = codeSpanText(outline.title, LONGEST_TITLE) || words.labels.session;
    writer
      .put('# `')
      .put(title, this.#counted(counts.facts.has('title')))
      .endLine('`')
      .endLine();
    writer.endLine('```text');
    const facts = sessionFacts(outline, words);
    const width = Math.max(...facts.map(({ label }) => columnsOf(label))) + 2;
    for (const { label, value, fact } of facts) {
      const isMatch = this.#counted(fact !== undefined && counts.facts.has(fact));
      writer
        .put(label + ' '.repeat(width - columnsOf(label)))
        .put(codeSpanText(value, LONGEST_FACT), isMatch)
        .endLine();
    }
    writer.endLine('```').endLine();
  }

  #heading({ role, toolName, timestamp, active }: TranscriptMessage, named: boolean): void {
    const writer = this.#writer;
    const { words, counts } = this.#options;
    const known = Object.hasOwn(words.roles, role) ? words.roles[role] : undefined;
    writer.put(`## ${this.#number} · `);
    if (known === undefined) this.#codeSpan('', role || '?', counts.messages);
    else writer.put(known, counts.messages);
    if (toolName !== '') this.#codeSpan(' · ', toolName, named);
    this.#circumstances(timestamp, active);
    writer.endLine().endLine();
  }

  #circumstances(timestamp: number | null, active: boolean): void {
    const moment = momentText(timestamp);
    if (moment !== null) this.#writer.put(` · ${moment}`);
    if (!active) this.#writer.put(` · ${this.#options.words.compacted}`);
  }

  /** No heading of its own: the editor folds only so many ranges, and the answers are better folded than the headings. */
  #result(message: TranscriptMessage, matches: readonly Span[], named: boolean): void {
    const { words, counts } = this.#options;
    this.#foldable(message.text, matches, () => {
      this.#writer.put(`${this.#number} · `);
      this.#name(words.result, message.toolName, named || counts.messages);
      this.#circumstances(message.timestamp, message.active);
    });
  }

  #call({ name, arguments: given }: ToolCall, counted: boolean, matches: readonly Span[]): void {
    this.#foldable(given, matches, () => this.#name(this.#options.words.call, name, counted));
  }

  /** A line that says what follows, and the block; folded, the line remains. */
  #foldable(text: string, matches: readonly Span[], announce: () => void): void {
    const writer = this.#writer;
    const { words } = this.#options;
    const start = writer.line;
    announce();
    const lines = counted(words.lines, lineCount(text), words.language);
    const characters = counted(words.characters, text.length, words.language);
    writer.endLine(text === '' ? '' : ` · ${fill(words.pair, lines, characters)}`).endLine();
    if (text === '') return;
    this.#block(/^[[{]/.test(text) ? 'json' : 'text', text, matches);
    this.#folds.push(start, writer.line - 2);
  }

  #name(template: string, name: string, isMatch: boolean): void {
    const [before = '', after = ''] = template.split('{0}');
    this.#codeSpan(before, name || '?', isMatch);
    this.#writer.put(after);
  }

  #codeSpan(before: string, text: string, isMatch: boolean): void {
    this.#writer.put(`${before}\``).put(codeSpanText(text, LONGEST_NAME), isMatch).put('`');
  }

  #block(language: CodeBlock['language'], text: string, matches: readonly Span[]): void {
    const { textLimit, words } = this.#options;
    this.#charactersLeftOut += writeCodeBlock(
      this.#writer,
      { language, text, matches, limit: textLimit },
      words,
    );
  }

  #counted(isMatch: boolean): boolean {
    if (isMatch) this.#found++;
    return isMatch;
  }

  /** The first places in a text; all of them are counted. */
  #matched(text: string, rules: readonly Rule[]): Span[] {
    if (rules.length === 0) return [];
    const matches: Span[] = [];
    for (const match of findMatches(text, rules)) {
      this.#found++;
      if (matches.length < this.#options.limits.matches) matches.push(match);
    }
    return matches;
  }
}

/** How wide a label of ours is where every character is as wide as the others, and Chinese ones twice as wide. */
function columnsOf(label: string): number {
  return label.length + (label.match(/\p{Script=Han}/gu)?.length ?? 0);
}

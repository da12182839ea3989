import { isoOfDay } from '../../../calendar/isoDay.ts';
import { localTimeOf } from '../../../calendar/localTime.ts';
import type { SessionDetails } from '../../../hermes/sessions/details.ts';
import type { SessionHeader } from '../../../hermes/sessions/header.ts';
import { fill, type Label, type TranscriptWords } from '../words.ts';
import type { Fact } from '../wordsThatCount.ts';

/** What is known of a session besides its messages. */
export interface SessionOutline {
  readonly header: SessionHeader;
  readonly details: SessionDetails;
  /** For display: the title, else the preview, else a word for none. */
  readonly title: string;
  readonly messages: number;
  /** Epoch seconds. */
  readonly lastMessage: number | null;
}

export interface FactLine {
  readonly label: string;
  readonly value: string;
  readonly fact?: Fact;
}

/** The lines of a transcript's head, without what is not known. */
export function sessionFacts(outline: SessionOutline, words: TranscriptWords): FactLine[] {
  const { header, details } = outline;
  const lines: [Label, string | null, Fact?][] = [
    ['session', header.id],
    ['source', header.source],
    ['model', header.model, 'model'],
    ['started', momentText(header.startedAt), 'started'],
    ['lastMessage', momentText(outline.lastMessage)],
    ['directory', details.workingDirectory],
    ['branch', details.gitBranch],
    ['repository', details.gitRepositoryRoot],
    ['parent', details.parentSessionId],
    ['ended', endReason(details, words)],
    ['tokens', tokens(details, words)],
    ['cost', cost(details, words)],
    ['messages', outline.messages.toLocaleString(words.language)],
  ];
  return lines.flatMap(([label, value, fact]) =>
    value ? [{ label: words.labels[label], value, ...(fact === undefined ? {} : { fact }) }] : [],
  );
}

/** An epoch second as local date and time; null for none and for one that no calendar has. */
export function momentText(epochSeconds: number | null): string | null {
  if (epochSeconds === null) return null;
  if (Number.isNaN(new Date(epochSeconds * 1000).getTime())) return null;
  const { day, hour, minute, second } = localTimeOf(epochSeconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoOfDay(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** In words where they are known; else as Hermes calls it. */
function endReason({ endReason }: SessionDetails, { endReasons }: TranscriptWords): string | null {
  return endReason !== null && Object.hasOwn(endReasons, endReason) ? endReasons[endReason]! : endReason;
}

function tokens(details: SessionDetails, words: TranscriptWords): string | null {
  const figures = [
    details.inputTokens,
    details.outputTokens,
    details.cacheReadTokens,
    details.cacheWriteTokens,
    details.reasoningTokens,
  ];
  if (!figures.some(Boolean)) return null;
  return fill(words.tokens, ...figures.map((figure) => (figure ?? 0).toLocaleString(words.language)));
}

function cost({ actualCostUsd, estimatedCostUsd }: SessionDetails, words: TranscriptWords): string | null {
  const dollars = (value: number): string =>
    value.toLocaleString(words.language, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
  if (actualCostUsd !== null) return dollars(actualCostUsd);
  return estimatedCostUsd === null ? null : fill(words.estimatedCost, dollars(estimatedCostUsd));
}

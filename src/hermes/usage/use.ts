/** What is counted of a model's use: tokens, and calls. `reasoning` is a part of `output`; `input` leaves the cache out. */
export type Counter = 'input' | 'output' | 'cache_read' | 'cache_write' | 'api_calls' | 'reasoning';
/** Dollars, as Hermes stored them: by its own list of prices, and as billed. */
export type Cost = 'estimated' | 'actual';

/** Counters are whole numbers from 0 on; a cost is null where there is none, and 0 where it is said to be nothing. */
export type Amounts = Readonly<Record<Counter, number> & Record<Cost, number | null>>;

/** By what uses of models are told apart: who was asked, by which way, and what for. */
export interface UseKey {
  /** As Hermes stored it; '' where nothing is known. So, too, the others. */
  readonly model: string;
  readonly provider: string;
  readonly baseUrl: string;
  readonly mode: string;
  /** '' for the conversation itself; else what an auxiliary model did. */
  readonly task: string;
}

/** What was used in one way. */
export interface Use extends UseKey {
  /** What Hermes says of the cost, trimmed and in small letters; '' where it says nothing. */
  readonly status: string;
  readonly amounts: Amounts;
}

/** A row of Hermes' account of a session. */
export interface UseRow extends Use {
  /** Epoch seconds; null where they are not valid. */
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
}

/** Where a session belongs: what its row says of it. */
export interface SessionPlace {
  /** Epoch seconds; null where that is no valid moment. */
  readonly startedAt: number | null;
  /** Where it was begun: `cli`, `telegram`, …; null where that is not told. */
  readonly source: string | null;
  /** The folder it is about, without a slash at its end; null where its own row tells none. */
  readonly folder: string | null;
  readonly parent: string | null;
}

/** What Hermes says at one moment of what a session used; running totals all. */
export interface SessionUse extends SessionPlace {
  readonly id: string;
  /** Another number whenever anything has changed that Hermes says of what was used. */
  readonly mark: number;
  /** Epoch seconds; null where that is no valid moment. */
  readonly lastActivityAt: number | null;
  /** The session's own counters, which hold the conversation only; its model and its way are those of today. */
  readonly own: Use;
  readonly rows: readonly UseRow[];
}

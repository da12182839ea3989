import type { Archive } from '../../archive/archive.ts';
import type { SessionRecord } from '../../archive/session/record.ts';
import type { SessionSaving } from '../../archive/tables/sessions.ts';
import type { Archives } from '../ownFiles/archives.ts';
import type { SavingWarning } from '../ownFiles/savingWarning.ts';
import type { Ledger } from './ledger.ts';

/** During a long scan, what was analysed is committed every so often … */
const WHILE_SCANNING_MS = 5_000;
/** … but writing never takes more than this share of the time. */
const LARGEST_SHARE = 0.05;

/** Sessions that are written in a millisecond or two. */
const FEW = 50;

/** Keeps a ledger and the archive in step: what others remembered comes in, what was analysed here goes out. */
export class Memory {
  readonly #archives: Archives;
  readonly #warning: SavingWarning;
  /** What is not committed yet, by session. */
  readonly #pending = new Map<string, SessionSaving>();
  #archive: Archive | undefined;
  #isLoaded = false;
  /** The archive existed when it was last looked at. */
  #wasThere = false;
  #committedAt = performance.now();
  #commitTook = 0;

  constructor(archives: Archives, warning: SavingWarning) {
    this.#archives = archives;
    this.#warning = warning;
  }

  /**
   * Puts into the ledger what is remembered, or what others have written since it was last asked.
   * @returns the sessions that were taken over from others since
   */
  async bring(ledger: Ledger): Promise<readonly string[]> {
    const archive = await this.#current();
    if (!this.#isLoaded) return this.#load(archive, ledger);
    if (this.#wasLost(archive)) return this.#putBack(ledger);
    const taken = archive.takeOver();
    if (taken.kind === 'all') return this.#load(archive, ledger);
    if (taken.kind === 'nothing') return [];
    for (const record of taken.records) ledger.put(record);
    return taken.records.map(({ id }) => id);
  }

  /** Everything is to be brought again: the ledger is another one. */
  startOver(): void {
    this.#isLoaded = false;
  }

  /** Where counting a session stopped, to go on from. */
  bookmark(id: string): unknown {
    const pending = this.#pending.get(id)?.bookmark;
    return pending === undefined ? this.#archive?.bookmark(id) : (pending ?? undefined);
  }

  /** @param bookmark null: there is none; left out: the one that is kept stays */
  keep(record: SessionRecord, bookmark?: unknown): void {
    const kept = bookmark === undefined ? this.#pending.get(record.id)?.bookmark : bookmark;
    this.#pending.set(record.id, kept === undefined ? { record } : { record, bookmark: kept });
  }

  /** To be called now and then during a scan. */
  async commitWhileScanning(): Promise<void> {
    const since = performance.now() - this.#committedAt;
    if (since > Math.max(WHILE_SCANNING_MS, this.#commitTook / LARGEST_SHARE)) await this.commit();
  }

  /** A few pending sessions, to go into the transaction of unlocks; many would keep the figures waiting. */
  takeFew(): readonly SessionSaving[] {
    return this.#pending.size <= FEW ? this.takePending() : [];
  }

  /** What is pending goes with this into one transaction: for whoever writes something else at the same time. */
  takePending(): readonly SessionSaving[] {
    const sessions = [...this.#pending.values()];
    this.#pending.clear();
    return sessions;
  }

  /** Writes everything that is only here. */
  async commit(): Promise<void> {
    if (this.#pending.size === 0) return;
    const started = performance.now();
    const archive = await this.#current();
    this.#warning.tell(archive.save({ sessions: this.takePending() })?.problem);
    this.#committedAt = performance.now();
    this.#commitTook = this.#committedAt - started;
  }

  /** Asked for each time: Hermes may move our files to its newer place at any moment. */
  async #current(): Promise<Archive> {
    const archive = await this.#archives.current();
    if (archive !== this.#archive) this.#isLoaded = false;
    this.#archive = archive;
    return archive;
  }

  #load(archive: Archive, ledger: Ledger): readonly string[] {
    const records = archive.load();
    const vanished = [...ledger.records()].filter(({ id }) => !records.has(id) && !this.#pending.has(id));
    for (const { id } of vanished) ledger.remove(id);
    const taken = ledger.size === 0 ? [] : [...records.keys(), ...vanished.map(({ id }) => id)];
    for (const id of this.#pending.keys()) records.delete(id);
    ledger.putAll(records);
    this.#isLoaded = true;
    return taken;
  }

  /** It was there, and neither it nor its copy is any more. */
  #wasLost(archive: Archive): boolean {
    const isThere = archive.memos().since !== undefined;
    const isLost = this.#wasThere && !isThere;
    this.#wasThere = isThere;
    return isLost;
  }

  /** What is known here is all that is left of a lost archive. */
  #putBack(ledger: Ledger): readonly string[] {
    for (const record of ledger.records()) this.keep(record);
    return [];
  }
}

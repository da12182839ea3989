import type { Archive } from '../../archive/archive.ts';
import { type Counting, Ledger } from './ledger.ts';

/** A ledger of what the archive remembers, for questions that come before any scan has made one; made once for each state of it. */
export class RememberedLedger {
  #made:
    | { readonly archive: Archive; readonly version: string | undefined; readonly ledger: Ledger }
    | undefined;

  of(archive: Archive, counting: Counting): Ledger {
    const { version } = archive;
    if (this.#made?.archive === archive && this.#made.version === version) return this.#made.ledger;
    const ledger = new Ledger(counting);
    ledger.putAll(archive.load());
    this.#made = { archive, version, ledger };
    return ledger;
  }

  /** A scan has its own by now. */
  forget(): void {
    this.#made = undefined;
  }
}

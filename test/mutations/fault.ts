/** A fault of the kind that a tired programmer makes, to be put into the source on purpose. */
export interface Fault {
  /** What is wrong then, in a few words; no other fault is called so. */
  readonly name: string;
  /** The source that gets the fault, below `src`. */
  readonly file: string;
  /** The text that is replaced; stands in the source exactly once. */
  readonly text: string;
  readonly replacement: string;
  /** What a user would have of it. */
  readonly matters: string;
  /** The tests that are to notice, below `test/unit` and without `.test.ts`; asked in this order, until one does. */
  readonly tests: readonly string[];
  /** Why nobody would notice, for a fault that is none after all: it may survive. */
  readonly harmless?: string;
}

import type { Assignment } from './assignment.ts';

/** How many rows another thread is handed at once: some milliseconds of work. */
const ROWS_A_BATCH = 1_000;

/** Sessions that are still to be analysed; whoever is free takes the next. */
export class AssignmentQueue {
  readonly #assignments: Assignment[];
  #next = 0;
  #rowsLeft: number;

  constructor(assignments: readonly Assignment[]) {
    this.#assignments = [...assignments];
    this.#rowsLeft = rowsOf(assignments);
  }

  get rowsLeft(): number {
    return this.#rowsLeft;
  }

  get isEmpty(): boolean {
    return this.#next >= this.#assignments.length;
  }

  giveBack(assignments: readonly Assignment[]): void {
    this.#assignments.push(...assignments);
    this.#rowsLeft += rowsOf(assignments);
  }

  take(): Assignment | undefined {
    if (this.isEmpty) return undefined;
    const assignment = this.#assignments[this.#next++]!;
    this.#rowsLeft -= assignment.rows;
    return assignment;
  }

  /** Hands out the next ones until so much time has passed. */
  *takeFor(milliseconds: number): Generator<Assignment, void, void> {
    const end = performance.now() + milliseconds;
    for (let next = this.take(); next; next = this.take()) {
      yield next;
      if (performance.now() >= end) return;
    }
  }

  takeBatch(): Assignment[] {
    const batch: Assignment[] = [];
    let rows = 0;
    while (rows < ROWS_A_BATCH) {
      const assignment = this.take();
      if (!assignment) break;
      batch.push(assignment);
      rows += assignment.rows;
    }
    return batch;
  }
}

export function rowsOf(assignments: readonly Assignment[]): number {
  return assignments.reduce((rows, assignment) => rows + assignment.rows, 0);
}

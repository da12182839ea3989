import { ENTRY } from './literalAutomaton.ts';
import {
  add,
  and,
  atLeast,
  type Code,
  constant,
  isZero,
  load,
  loadByte,
  local,
  or,
  repeatWhile,
  set,
  store,
  subtract,
  wasmModule,
  when,
} from './wasmCode.ts';

/** Where things lie in the scanner's memory. The classes of bytes, as offsets into a row, lie at 0. */
export interface ScanLayout {
  readonly cursors: number;
  /** The rows of the automaton. */
  readonly tableAt: number;
  /** By byte `ENTRY.bounded` if it is a word character of ASCII, else 0. */
  readonly wordsAt: number;
  /** Not 0 after a run that found something marked. */
  readonly markedAt: number;
  /** Bytes behind its part of the text at which a cursor begins. */
  readonly overlap: number;
  /** For each cursor the begin and end of what it found, as indexes of four-byte numbers. */
  readonly runsAt: number;
  readonly findsAt: number;
  readonly runBytes: number;
  readonly textAt: number;
  readonly memoryBytes: number;
}

const LENGTH = 0;
const END = 1;
const PLACE = 2;
const SEEN = 3;
const FIRST_CURSOR = 4;
/** Locals of a cursor: its state, the address of its part of the text, the end of what it has still to fill. */
const LOCALS_PER_CURSOR = 3;
const PAGE_BYTES = 65_536;

/**
 * `run(length, end)`: each cursor walks its `length` bytes from the last to the first; the text ends at `end`, with the
 * last cursor's part or a few bytes earlier, and zeros are put behind it. All cursors take a step in turn;
 * a step is a load of the byte, of its class and of the next state. What is found is written from the end of a
 * cursor's run towards its beginning, so that it reads in the order of the text. What no rule would take, because a word
 * character stands before it, is not written: that is most of what the shortest literals find.
 */
export function scanProgram(layout: ScanLayout): Uint8Array<ArrayBuffer> {
  const cursors = Array.from({ length: layout.cursors }, (_, index) => {
    const first = FIRST_CURSOR + index * LOCALS_PER_CURSOR;
    return { index, state: first, part: first + 1, finds: first + 2 };
  });
  const length = local(LENGTH);
  const place = local(PLACE);
  const flags = ENTRY.found | ENTRY.marked | ENTRY.bounded;
  const row = ({ state }: Cursor) => and(local(state), constant(~flags));
  const address = ({ part }: Cursor) => add(place, local(part));

  const begin = cursors.flatMap(({ index, state, part, finds }) => [
    ...set(state, constant(0)),
    ...set(part, index === 0 ? constant(layout.textAt) : add(local(part - LOCALS_PER_CURSOR), length)),
    ...set(finds, constant(layout.findsAt + (index + 1) * layout.runBytes)),
  ]);
  const step = cursors.flatMap((cursor) =>
    set(cursor.state, load(add(local(cursor.state), loadByte(loadByte(address(cursor)))), layout.tableAt)),
  );
  const warmUp = [...step, ...cursors.flatMap((cursor) => set(cursor.state, row(cursor)))];
  const someFound = and(cursors.map(({ state }) => local(state)).reduce(or), constant(ENTRY.found));
  const byteBefore = (cursor: Cursor) => loadByte(subtract(address(cursor), constant(1)));
  const afterWord = (cursor: Cursor) =>
    and(local(cursor.state), loadByte(byteBefore(cursor), layout.wordsAt));
  const record = cursors.flatMap((cursor) =>
    when(and(local(cursor.state), constant(ENTRY.found)), [
      ...set(SEEN, or(local(SEEN), local(cursor.state))),
      ...when(isZero(afterWord(cursor)), [
        ...set(cursor.finds, subtract(local(cursor.finds), constant(8))),
        ...store(local(cursor.finds), subtract(address(cursor), constant(layout.textAt))),
        ...store(local(cursor.finds), row(cursor), 4),
      ]),
      ...set(cursor.state, row(cursor)),
    ]),
  );
  const backwards = (body: Code, downTo: Code) =>
    repeatWhile(
      [...set(PLACE, subtract(place, constant(1))), ...body],
      atLeast(place, add(downTo, constant(1))),
    );
  const finish = cursors.flatMap(({ index, finds }) => {
    const at = constant(layout.runsAt + index * 8);
    const end = constant((layout.findsAt + (index + 1) * layout.runBytes) / 4);
    return [...store(at, quarterOf(local(finds))), ...store(at, end, 4)];
  });

  const padding = Array.from(
    { length: Math.ceil((layout.overlap + layout.cursors) / 4) },
    (_, index) => index * 4,
  );
  const body = [
    ...set(SEEN, constant(0)),
    ...begin,
    ...padding.flatMap((offset) => store(add(constant(layout.textAt), local(END)), constant(0), offset)),
    ...set(PLACE, add(length, constant(layout.overlap))),
    ...(layout.overlap > 0 ? backwards(warmUp, length) : []),
    ...backwards([...step, ...when(someFound, record)], constant(0)),
    ...finish,
    ...store(constant(layout.markedAt), and(local(SEEN), constant(ENTRY.marked))),
  ];
  const locals = 2 + layout.cursors * LOCALS_PER_CURSOR;
  return wasmModule(2, locals, Math.ceil(layout.memoryBytes / PAGE_BYTES), body);
}

interface Cursor {
  readonly state: number;
  readonly part: number;
}

const quarterOf = (code: Code): Code => [...code, ...constant(2), 0x76];

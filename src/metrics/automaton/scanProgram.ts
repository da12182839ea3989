import {
  add,
  and,
  atLeast,
  type Code,
  constant,
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
  /** Address of the row of the start state. */
  readonly startState: number;
  /** The bit of a table entry that says that its state has literals. */
  readonly found: number;
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
const PLACE = 1;
const FIRST_CURSOR = 2;
/** Locals of a cursor: its state, the address of its part of the text, the end of what it has still to fill. */
const LOCALS_PER_CURSOR = 3;
const PAGE_BYTES = 65_536;

/**
 * `run(length)`: each cursor walks its `length` bytes from the last to the first. All cursors take a step in turn;
 * a step is a load of the byte, of its class and of the next state. What is found is written from the end of a
 * cursor's run towards its beginning, so that it reads in the order of the text.
 */
export function scanProgram(layout: ScanLayout): Uint8Array<ArrayBuffer> {
  const cursors = Array.from({ length: layout.cursors }, (_, index) => {
    const first = FIRST_CURSOR + index * LOCALS_PER_CURSOR;
    return { index, state: first, part: first + 1, finds: first + 2 };
  });
  const length = local(LENGTH);
  const place = local(PLACE);
  const row = ({ state }: Cursor) => and(local(state), constant(~layout.found));

  const begin = cursors.flatMap(({ index, state, part, finds }) => [
    ...set(state, constant(layout.startState)),
    ...set(part, index === 0 ? constant(layout.textAt) : add(local(part - LOCALS_PER_CURSOR), length)),
    ...set(finds, constant(layout.findsAt + (index + 1) * layout.runBytes)),
  ]);
  const step = cursors.flatMap(({ state, part }) =>
    set(state, load(add(local(state), loadByte(loadByte(add(place, local(part))))))),
  );
  const warmUp = [...step, ...cursors.flatMap((cursor) => set(cursor.state, row(cursor)))];
  const someFound = and(cursors.map(({ state }) => local(state)).reduce(or), constant(layout.found));
  const record = cursors.flatMap((cursor) =>
    when(and(local(cursor.state), constant(layout.found)), [
      ...set(cursor.state, row(cursor)),
      ...set(cursor.finds, subtract(local(cursor.finds), constant(8))),
      ...store(local(cursor.finds), subtract(add(place, local(cursor.part)), constant(layout.textAt))),
      ...store(local(cursor.finds), local(cursor.state), 4),
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

  const body = [
    ...begin,
    ...set(PLACE, add(length, constant(layout.overlap))),
    ...(layout.overlap > 0 ? backwards(warmUp, length) : []),
    ...backwards([...step, ...when(someFound, record)], constant(0)),
    ...finish,
  ];
  const locals = 1 + layout.cursors * LOCALS_PER_CURSOR;
  return wasmModule(1, locals, Math.ceil(layout.memoryBytes / PAGE_BYTES), body);
}

interface Cursor {
  readonly state: number;
}

const quarterOf = (code: Code): Code => [...code, ...constant(2), 0x76];

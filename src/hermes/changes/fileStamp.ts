import { closeSync, openSync, readSync, statSync } from 'node:fs';
import {
  type FileHeader,
  type FileIdentity,
  identify,
  isSameFile,
  logOf,
  readHeader,
} from '../sqlite/databaseFile.ts';

/** All that tells whether a database was written to, taken without SQLite and in microseconds. */
export interface FileStamp {
  readonly file: FileIdentity;
  /** Nanoseconds since the epoch: when name, size, time or content changed last; no program can set it. */
  readonly fileChanged: bigint;
  /** Null while a log exists: everything is written there first. */
  readonly header: FileHeader | null;
  readonly log: LogStamp | null;
  /** It was taken so soon after the last write that another one could leave the same stamp for so long yet; mostly 0. */
  readonly freshForMs: number;
}

/** A log is written over from its beginning again and again, so neither size nor a coarse time need change. */
interface LogStamp {
  readonly size: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
  /** The log's header, in which its salts are, and the place behind its last frame, in hexadecimal. */
  readonly header: string;
  readonly end: string;
  readonly frames: number;
}

/** File systems keep times by the second, or by the tick of a clock; two writes within one leave the same time. */
const COARSE_MS = 2_500;
const FINE_MS = 20;
const NS_A_MS = 1_000_000n;
const NS_A_SECOND = 1_000_000_000n;

/**
 * Takes the stamp of a database that this thread has no connection to; null when there is no such file.
 * @param before an earlier stamp, from which is known where to look for the end of the log
 * @throws HermesDatabaseError for what is no file; the file system's error
 */
export function takeStamp(path: string, before?: FileStamp): FileStamp | null {
  const file = identify(path, before?.file);
  if (!file) return null;
  const { ctimeNs } = statSync(file.target, { bigint: true });
  const log = file.log === null ? null : stampLog(logOf(file.target), before?.log?.frames ?? 0);
  const header = log ? null : readHeader(file.target);
  const freshForMs = header?.usesLog ? freshFor(file.modified, ctimeNs) : 0;
  return { file, fileChanged: ctimeNs, header, log, freshForMs };
}

/** Nothing was written between two stamps, as far as can be told: never said of a file that was. */
export function isSameStamp(before: FileStamp, now: FileStamp | null): boolean {
  if (!now || before.freshForMs > 0) return false;
  return (
    isSameFile(before.file, now.file) &&
    before.file.log === now.file.log &&
    before.file.target === now.file.target &&
    isSameLog(before.log, now.log) &&
    // A checkpoint copies what the log has into the file, which changes nothing.
    (before.log !== null ||
      (before.file.size === now.file.size &&
        before.file.modified === now.file.modified &&
        before.fileChanged === now.fileChanged &&
        before.header?.changeCounter === now.header?.changeCounter &&
        before.header?.usesLog === now.header?.usesLog))
  );
}

function isSameLog(before: LogStamp | null, now: LogStamp | null): boolean {
  if (!before || !now) return before === now;
  return (
    before.size === now.size &&
    before.modified === now.modified &&
    before.changed === now.changed &&
    before.header === now.header &&
    before.frames === now.frames &&
    before.end === now.end
  );
}

/** The change counter tells of every transaction without a log, but not of a log that was folded in. */
function freshFor(modified: bigint, changed: bigint): number {
  const last = modified > changed ? modified : changed;
  const grain = modified % NS_A_SECOND === 0n ? COARSE_MS : FINE_MS;
  return Math.max(0, Number(last / NS_A_MS) + grain - Date.now());
}

const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_SIZE_OFFSET = 8;
const SALTS = { inLog: 16, inFrame: 8, bytes: 8 };

function stampLog(path: string, knownFrames: number): LogStamp {
  const stats = statSync(path, { bigint: true });
  const descriptor = openSync(path, 'r');
  try {
    const read = (offset: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    };
    const header = read(0, LOG_HEADER_BYTES);
    const frames = header.length < LOG_HEADER_BYTES ? 0 : countFrames(header, stats.size, knownFrames, read);
    const end =
      header.length < LOG_HEADER_BYTES
        ? ''
        : read(offsetOf(header, frames), FRAME_HEADER_BYTES).toString('hex');
    return {
      size: stats.size,
      modified: stats.mtimeNs,
      changed: stats.ctimeNs,
      header: header.toString('hex'),
      frames,
      end,
    };
  } finally {
    closeSync(descriptor);
  }
}

/** How many frames carry the log's own salts: those of an older round, which they will overwrite, come after them. */
function countFrames(
  header: Buffer,
  size: bigint,
  knownFrames: number,
  read: (offset: number, length: number) => Buffer,
): number {
  const salts = header.subarray(SALTS.inLog, SALTS.inLog + SALTS.bytes);
  const room = Math.max(
    0,
    Math.floor((Number(size) - LOG_HEADER_BYTES) / (offsetOf(header, 1) - offsetOf(header, 0))),
  );
  const isOurs = (frame: number): boolean =>
    frame < room && read(offsetOf(header, frame) + SALTS.inFrame, SALTS.bytes).equals(salts);
  // Mostly nothing has changed.
  if (knownFrames <= room && (knownFrames === 0 || isOurs(knownFrames - 1)) && !isOurs(knownFrames))
    return knownFrames;
  let [low, high] = [0, room];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isOurs(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function offsetOf(header: Buffer, frame: number): number {
  return LOG_HEADER_BYTES + frame * (FRAME_HEADER_BYTES + header.readUInt32BE(PAGE_SIZE_OFFSET));
}

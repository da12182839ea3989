import type { SqlValue } from './drivers/driver.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cell that should hold text: numbers are printed, BLOBs decoded. */
export function textOf(value: SqlValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : decoder.decode(value);
}

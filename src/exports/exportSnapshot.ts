import type { Snapshot } from '../files/shared/snapshot.ts';
import { exportJson } from './exportJson.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import type { ExportOptions } from './exportOptions.ts';
import { exportSvg } from './exportSvg.ts';

export const EXPORT_FORMATS = ['json', 'markdown', 'svg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The usual ending of a file in each format. */
export const EXPORT_EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  json: 'json',
  markdown: 'md',
  svg: 'svg',
};

const WRITERS: Readonly<Record<ExportFormat, (snapshot: Snapshot, options: ExportOptions) => string>> = {
  json: exportJson,
  markdown: exportMarkdown,
  svg: exportSvg,
};

/**
 * The snapshot's badges as one document. Pure: no clock, no time zone, no locale of the machine, so the same snapshot
 * and options give the same bytes wherever it is called. Dates are UTC. Badges in state `secret` appear without name,
 * id and anything that was counted.
 */
export function exportSnapshot(
  snapshot: Snapshot,
  format: ExportFormat,
  options: ExportOptions = {},
): string {
  return WRITERS[format](snapshot, options);
}

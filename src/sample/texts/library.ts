import { buildLog } from './buildLogs.ts';
import { configFile } from './configFiles.ts';
import { diff, hunk } from './diffs.ts';
import { frontendCode } from './frontendCode.ts';
import { gitOutput } from './gitOutput.ts';
import { jsonPayload } from './jsonPayloads.ts';
import { packageOutput } from './packageOutput.ts';
import { ParagraphPool } from './paragraphPool.ts';
import { pythonCode } from './pythonCode.ts';
import { serviceLog } from './serviceLogs.ts';
import { shellOutput } from './shellOutput.ts';
import { stackTrace } from './stackTraces.ts';
import { systemsCode } from './systemsCode.ts';
import { typescriptCode } from './typescriptCode.ts';
import { webPage } from './webPages.ts';

const WRITERS = {
  buildLog,
  configFile,
  diff,
  frontendCode,
  gitOutput,
  hunk,
  jsonPayload,
  packageOutput,
  pythonCode,
  serviceLog,
  shellOutput,
  stackTrace,
  systemsCode,
  typescriptCode,
  webPage,
};

export type TextKind = keyof typeof WRITERS;

/** A stock of paragraphs of every kind. One library belongs to one history: its contents are part of the seed. */
export type Library = Readonly<Record<TextKind, ParagraphPool>>;

export function openLibrary(): Library {
  const entries = Object.entries(WRITERS).map(([kind, write]) => [kind, new ParagraphPool(write)]);
  return Object.fromEntries(entries) as Library;
}

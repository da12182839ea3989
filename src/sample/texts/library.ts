import { configFile } from './code/configFiles.ts';
import { diff, hunk } from './code/diffs.ts';
import { frontendCode } from './code/frontend.ts';
import { jsonPayload } from './code/jsonPayloads.ts';
import { pythonCode } from './code/python.ts';
import { systemsCode } from './code/systems.ts';
import { typescriptCode } from './code/typescript.ts';
import { buildLog } from './output/buildLogs.ts';
import { gitOutput } from './output/git.ts';
import { packageOutput } from './output/packages.ts';
import { serviceLog } from './output/serviceLogs.ts';
import { shellOutput } from './output/shell.ts';
import { stackTrace } from './output/stackTraces.ts';
import { webPage } from './output/webPages.ts';
import { ParagraphPool } from './paragraphPool.ts';

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

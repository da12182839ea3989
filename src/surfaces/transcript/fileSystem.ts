import * as vscode from 'vscode';
import { problemWords } from '../../host/problemWords.ts';
import { translate } from '../../host/translate.ts';
import { inEnglish, type Problem, problem } from '../../words/problem.ts';
import type { ShownTranscripts } from './navigation/shown.ts';
import { askForTranscript } from './reading/ask.ts';
import { parseTranscriptUri } from './uri.ts';
import { transcriptWords } from './words.ts';

export interface TranscriptSource {
  /** The Hermes home that is shown now, profile included. */
  readonly home: () => string;
  /** The worker's program. */
  readonly worker: string | URL;
  readonly log: (level: 'warn' | 'error', message: string) => void;
}

/** Tells the editor that what follows is UTF-8, whatever encoding the user has set for files. */
const BYTE_ORDER_MARK = '\ufeff';

/** Any constant: a transcript that is open stays as it was opened. */
const FILE: vscode.FileStat = { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 0 };

/**
 * Makes the documents of the scheme on demand, read-only; what cannot be made is a document of one line that says
 * why. It is a file system, since only files are open again after a window was reloaded.
 */
export class TranscriptFileSystem implements vscode.FileSystemProvider {
  readonly #source: TranscriptSource;
  readonly #shown: ShownTranscripts;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #end = new AbortController();

  /** Never fires. */
  readonly onDidChangeFile = this.#changed.event;

  constructor(source: TranscriptSource, shown: ShownTranscripts) {
    this.#source = source;
    this.#shown = shown;
  }

  stat(): vscode.FileStat {
    return FILE;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(BYTE_ORDER_MARK + (await this.#textOf(uri)));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#end.abort();
    this.#changed.dispose();
  }

  async #textOf(uri: vscode.Uri): Promise<string> {
    const address = parseTranscriptUri(uri);
    if (!address) return `${vscode.l10n.t('This address names no session.')}\n`;
    const words = transcriptWords(translate, vscode.env.language);
    const question = { ...address, home: this.#source.home(), words };
    try {
      const reply = await askForTranscript(this.#source.worker, question, this.#end.signal);
      if (reply.type === 'no-session') {
        return `${vscode.l10n.t('There is no such session in the Hermes history shown.')}\n`;
      }
      if (reply.type === 'failed') return this.#failed(reply.problem);
      this.#shown.set(uri, reply.transcript);
      return reply.transcript.text;
    } catch (error) {
      return this.#failed(error instanceof Error ? problem('other', error.name) : problem('reason.unknown'));
    }
  }

  #failed(reason: Problem): string {
    this.#source.log('error', `A transcript could not be made: ${inEnglish(reason)}`);
    return `${vscode.l10n.t('The transcript could not be made: {0}', problemWords(reason))}\n`;
  }
}

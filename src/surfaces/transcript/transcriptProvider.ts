import * as vscode from 'vscode';
import { problemWords } from '../../host/problemWords.ts';
import { translate } from '../../host/translate.ts';
import { askForTranscript } from './askForTranscript.ts';
import type { ShownTranscripts } from './shownTranscripts.ts';
import { parseTranscriptUri } from './transcriptUri.ts';
import { transcriptWords } from './transcriptWords.ts';

export interface TranscriptSource {
  /** The Hermes home that is shown now, profile included. */
  readonly home: () => string;
  /** The worker's program. */
  readonly worker: string | URL;
  readonly log: (level: 'warn' | 'error', message: string) => void;
}

/** Makes the documents of the scheme on demand; what cannot be made is a document of one line that says why. */
export class TranscriptProvider implements vscode.TextDocumentContentProvider {
  readonly #source: TranscriptSource;
  readonly #shown: ShownTranscripts;

  constructor(source: TranscriptSource, shown: ShownTranscripts) {
    this.#source = source;
    this.#shown = shown;
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const address = parseTranscriptUri(uri);
    if (!address) return `${vscode.l10n.t('This address names no session.')}\n`;
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const words = transcriptWords(translate, vscode.env.language);
    const question = { ...address, home: this.#source.home(), words };
    try {
      const reply = await askForTranscript(this.#source.worker, question, abort.signal);
      if (reply.type === 'no-session') {
        return `${vscode.l10n.t('There is no such session in the Hermes history shown.')}\n`;
      }
      if (reply.type === 'failed') return this.#failed(reply.message);
      this.#shown.set(uri, reply.transcript);
      return reply.transcript.text;
    } catch (error) {
      return abort.signal.aborted ? '' : this.#failed(error instanceof Error ? error.name : 'unknown error');
    }
  }

  #failed(reason: string): string {
    this.#source.log('error', `A transcript could not be made: ${reason}`);
    return `${vscode.l10n.t('The transcript could not be made: {0}', problemWords(reason, translate))}\n`;
  }
}

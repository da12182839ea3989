import * as vscode from 'vscode';
import type { Transcript } from '../document.ts';
import { foldsWithoutMatches } from './foldsWithoutMatches.ts';

/** What the editor shows of a transcript besides its text. */
export interface ShownTranscript {
  /** Ascending. */
  readonly matches: readonly vscode.Range[];
  readonly folds: readonly vscode.FoldingRange[];
}

/** The transcripts whose documents are open; forgets them as the documents are closed. */
export class ShownTranscripts {
  readonly #shown = new Map<string, ShownTranscript>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #closing: vscode.Disposable;

  /** A transcript was made, or made anew. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri));
  }

  get(uri: vscode.Uri): ShownTranscript | undefined {
    return this.#shown.get(uri.toString());
  }

  forget(uri: vscode.Uri): void {
    this.#shown.delete(uri.toString());
  }

  set(uri: vscode.Uri, transcript: Transcript): void {
    this.#shown.set(uri.toString(), {
      matches: Array.from(ranges(transcript.matches)),
      folds: Array.from(regions(transcript)),
    });
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#closing.dispose();
    this.#changed.dispose();
  }
}

function* ranges(matches: Int32Array): Generator<vscode.Range> {
  for (let at = 0; at < matches.length; at += 4) {
    yield new vscode.Range(matches[at]!, matches[at + 1]!, matches[at + 2]!, matches[at + 3]!);
  }
}

/** Regions, which can be folded together without touching headings and fences, are those that may be folded unasked. */
function* regions(transcript: Transcript): Generator<vscode.FoldingRange> {
  const { folds } = transcript;
  for (const [index, empty] of foldsWithoutMatches(transcript).entries()) {
    const kind = empty ? vscode.FoldingRangeKind.Region : undefined;
    yield new vscode.FoldingRange(folds[index * 2]!, folds[index * 2 + 1]!, kind);
  }
}

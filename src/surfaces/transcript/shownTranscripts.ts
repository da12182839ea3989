import * as vscode from 'vscode';
import type { Transcript } from './transcript.ts';

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
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString()));
  }

  get(uri: vscode.Uri): ShownTranscript | undefined {
    return this.#shown.get(uri.toString());
  }

  set(uri: vscode.Uri, { matches, folds }: Transcript): void {
    this.#shown.set(uri.toString(), {
      matches: Array.from(ranges(matches)),
      folds: Array.from(regions(folds)),
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

function* regions(folds: Int32Array): Generator<vscode.FoldingRange> {
  for (let at = 0; at < folds.length; at += 2) {
    // Regions are what can be folded together without touching headings and fences.
    yield new vscode.FoldingRange(folds[at]!, folds[at + 1]!, vscode.FoldingRangeKind.Region);
  }
}

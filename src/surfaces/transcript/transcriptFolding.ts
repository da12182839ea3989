import type * as vscode from 'vscode';
import type { ShownTranscripts } from './shownTranscripts.ts';

/** What tools were given and what they answered can be folded. */
export class TranscriptFolding implements vscode.FoldingRangeProvider {
  readonly #shown: ShownTranscripts;

  constructor(shown: ShownTranscripts) {
    this.#shown = shown;
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] {
    return [...(this.#shown.get(uri)?.folds ?? [])];
  }
}

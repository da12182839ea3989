import * as vscode from 'vscode';
import type { ShownTranscripts } from './shownTranscripts.ts';

/** How long after its opening a transcript may still be folded by itself. */
const OPENING_MS = 10_000;
/** The editor takes up what it was told a moment after it asked. */
const TAKEN_UP_MS = 300;

/** What tools were given and what they answered can be folded, and is when a transcript is opened. */
export class TranscriptFolding implements vscode.FoldingRangeProvider {
  readonly #shown: ShownTranscripts;
  /** Transcripts that are being opened, with the moment after which they are not any more. */
  readonly #opening = new Map<string, number>();
  /** What the editor was last told to fold. */
  #folding: Promise<void> = Promise.resolve();

  constructor(shown: ShownTranscripts) {
    this.#shown = shown;
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] {
    // The editor may have asked another provider first, and asks all of them again when one is added.
    const until = this.#opening.get(uri.toString());
    if (until !== undefined && Date.now() < until) setTimeout(() => this.#foldAgain(uri), TAKEN_UP_MS);
    else this.#opening.delete(uri.toString());
    return [...(this.#shown.get(uri)?.folds ?? [])];
  }

  /** Folds the transcript in the active editor, as soon as the editor knows what can be folded. */
  async foldAtOpening(uri: vscode.Uri): Promise<void> {
    this.#opening.set(uri.toString(), Date.now() + OPENING_MS);
    await this.#fold(uri);
  }

  /**
   * The user begins to move about in it: folding once more would hide what is looked at.
   * @returns when the editor has folded what it was told to before
   */
  leaveAsItIs(uri: vscode.Uri): Promise<void> {
    this.#opening.delete(uri.toString());
    return this.#folding;
  }

  #foldAgain(uri: vscode.Uri): void {
    if (this.#opening.has(uri.toString())) void this.#fold(uri);
  }

  #fold(uri: vscode.Uri): Promise<void> {
    this.#folding = foldRegions(uri).catch(() => undefined);
    return this.#folding;
  }
}

/** Folds ours alone: headings and fences, which others provide, are no regions. */
async function foldRegions(uri: vscode.Uri): Promise<void> {
  if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) return;
  await vscode.commands.executeCommand('editor.foldAllMarkerRegions');
}

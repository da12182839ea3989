import * as vscode from 'vscode';
import type { ShownTranscripts } from './shown.ts';

/** How long after its opening a transcript may still be folded by itself. */
const OPENING_MS = 10_000;
/** The editor takes up what it was told a moment after it asked. */
const TAKEN_UP_MS = 300;

/** What tools were given and what they answered can be folded, and is when a transcript is opened, unless it counted. */
export class TranscriptFolding implements vscode.FoldingRangeProvider {
  readonly #shown: ShownTranscripts;
  /** Transcripts that are being opened, with the moment after which they are not any more. */
  readonly #opening = new Map<string, number>();

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
    await foldRegions(uri);
  }

  /** The user begins to move about in it: what he unfolds stays so. */
  leaveAsItIs(uri: vscode.Uri): void {
    this.#opening.delete(uri.toString());
  }

  #foldAgain(uri: vscode.Uri): void {
    if (this.#opening.has(uri.toString())) void foldRegions(uri);
  }
}

/** Folds ours alone, of those that hold nothing that counted: headings and fences, which others provide, are no regions. */
async function foldRegions(uri: vscode.Uri): Promise<void> {
  if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) return;
  await vscode.commands.executeCommand('editor.foldAllMarkerRegions').then(undefined, () => undefined); // an editor that was closed meanwhile
}

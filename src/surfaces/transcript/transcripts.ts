import * as vscode from 'vscode';
import { MatchNavigation } from './matchNavigation.ts';
import { ShownTranscripts } from './shownTranscripts.ts';
import { TranscriptFileSystem, type TranscriptSource } from './transcriptFileSystem.ts';
import { TranscriptFolding } from './transcriptFolding.ts';
import { TranscriptHighlights } from './transcriptHighlights.ts';
import { TRANSCRIPT_SCHEME, transcriptUri } from './transcriptUri.ts';

export interface TranscriptsOptions extends TranscriptSource {
  /** A session's title for the tab; undefined when it is not known. */
  readonly titleOf: (session: string) => string | undefined;
}

/** Sessions as read-only documents, with what counted for a badge highlighted. */
export class Transcripts {
  readonly #options: TranscriptsOptions;
  readonly #folding: TranscriptFolding;
  readonly #parts: readonly vscode.Disposable[];

  constructor(options: TranscriptsOptions) {
    this.#options = options;
    const shown = new ShownTranscripts();
    this.#folding = new TranscriptFolding(shown);
    const fileSystem = new TranscriptFileSystem(options, shown);
    this.#parts = [
      shown,
      new TranscriptHighlights(shown),
      new MatchNavigation(shown, (uri) => this.#folding.leaveAsItIs(uri)),
      vscode.languages.registerFoldingRangeProvider({ scheme: TRANSCRIPT_SCHEME }, this.#folding),
      fileSystem,
      vscode.workspace.registerFileSystemProvider(TRANSCRIPT_SCHEME, fileSystem, {
        isCaseSensitive: true,
        isReadonly: true,
      }),
    ];
  }

  /** Opens a session's transcript in the editor, tool calls and results folded. Failures are told and logged. */
  async open({ session, badge }: { readonly session: string; readonly badge: string }): Promise<void> {
    const uri = vscode.Uri.from(transcriptUri({ session, badge }, this.#options.titleOf(session) ?? session));
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri.toString(),
    );
    try {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the transcript') },
        async () => vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri)),
      );
      // What the user has unfolded stays so.
      if (!isOpen) void this.#folding.foldAtOpening(uri);
    } catch (error) {
      this.#options.log(
        'error',
        `A transcript could not be opened: ${error instanceof Error ? error.name : ''}`,
      );
      await vscode.window.showErrorMessage(vscode.l10n.t('The transcript could not be opened.'));
    }
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }
}

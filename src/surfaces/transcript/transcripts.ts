import * as vscode from 'vscode';
import { TranscriptFileSystem, type TranscriptSource } from './fileSystem.ts';
import { TranscriptFolding } from './navigation/folding.ts';
import { TranscriptHighlights } from './navigation/highlights.ts';
import { MatchNavigation } from './navigation/navigation.ts';
import { ShownTranscripts } from './navigation/shown.ts';
import { TRANSCRIPT_SCHEME, type TranscriptAddress, transcriptUri } from './uri.ts';

export interface TranscriptsOptions extends TranscriptSource {
  /** A session's title for the tab; null when it is not known. */
  readonly titleOf: (session: string) => Promise<string | null>;
}

/** Sessions as read-only documents, with what counted for a badge highlighted. */
export class Transcripts {
  readonly #options: TranscriptsOptions;
  readonly #shown = new ShownTranscripts();
  readonly #folding: TranscriptFolding;
  readonly #parts: readonly vscode.Disposable[];

  constructor(options: TranscriptsOptions) {
    this.#options = options;
    const shown = this.#shown;
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
    for (const document of vscode.workspace.textDocuments) void this.#recall(document, fileSystem);
  }

  /** An extension host before this one has opened it, and died: what counted in it is found out again. */
  async #recall(document: vscode.TextDocument, fileSystem: TranscriptFileSystem): Promise<void> {
    if (document.uri.scheme !== TRANSCRIPT_SCHEME) return;
    const text = new TextDecoder().decode(await fileSystem.readFile(document.uri)); // drops the byte order mark
    if (text !== document.getText()) this.#shown.forget(document.uri);
  }

  /**
   * Opens a session's transcript in the editor, at the first place that counted, with tool calls and results folded in
   * which nothing did. One that is open stays as the user left it. Failures are told and logged.
   */
  async open({ session, badge }: TranscriptAddress): Promise<void> {
    const title = await this.#options.titleOf(session).catch(() => null); // without one it can be read all the same
    const uri = vscode.Uri.from(transcriptUri({ session, badge }, title ?? session));
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri.toString(),
    );
    try {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the transcript') },
        async () => {
          const document = await vscode.workspace.openTextDocument(uri);
          const first = isOpen ? undefined : this.#shown.get(uri)?.matches[0];
          await vscode.window.showTextDocument(document, first ? { selection: first } : {});
        },
      );
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

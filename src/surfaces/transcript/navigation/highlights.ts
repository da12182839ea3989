import * as vscode from 'vscode';
import { TRANSCRIPT_SCHEME } from '../uri.ts';
import type { ShownTranscripts } from './shown.ts';

/** Marks what counted, in the colours that the theme has for finds, in the text and beside the scroll bar. */
export class TranscriptHighlights {
  readonly #shown: ShownTranscripts;
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    // High contrast themes have no background for finds, but a border.
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #listeners: readonly vscode.Disposable[];

  constructor(shown: ShownTranscripts) {
    this.#shown = shown;
    this.#listeners = [
      this.#decoration,
      shown.onDidChange((uri) =>
        this.#drawIn(
          vscode.window.visibleTextEditors.filter(
            ({ document }) => document.uri.toString() === uri.toString(),
          ),
        ),
      ),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#drawIn(editors)),
      // The text of a document that was made anew arrives after its transcript.
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#drawAll(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#drawAll(document)),
    ];
    this.#drawIn(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #drawAll(document: vscode.TextDocument): void {
    if (document.uri.scheme !== TRANSCRIPT_SCHEME) return;
    this.#drawIn(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
  }

  #drawIn(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const transcript = this.#shown.get(editor.document.uri);
      if (transcript) editor.setDecorations(this.#decoration, transcript.matches);
    }
  }
}

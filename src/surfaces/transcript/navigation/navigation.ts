import * as vscode from 'vscode';
import { TRANSCRIPT_SCHEME } from '../uri.ts';
import { matchAt, nextMatch, previousMatch } from './order.ts';
import type { ShownTranscripts } from './shown.ts';

const NEXT = 'hermesAchievements.nextMatch';
const PREVIOUS = 'hermesAchievements.previousMatch';

const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;

/** Goes from match to match, and says in the status bar which one of how many it is. */
export class MatchNavigation {
  readonly #shown: ShownTranscripts;
  readonly #onMove: (uri: vscode.Uri) => void;
  readonly #item = vscode.window.createStatusBarItem(
    'hermesAchievements.matches',
    vscode.StatusBarAlignment.Right,
    100,
  );
  readonly #listeners: readonly vscode.Disposable[];

  /** @param onMove told when the user moves about in a transcript, from match to match or by himself */
  constructor(shown: ShownTranscripts, onMove: (uri: vscode.Uri) => void) {
    this.#shown = shown;
    this.#onMove = onMove;
    this.#item.name = vscode.l10n.t('Hermes Achievements: Matches in the Transcript');
    this.#item.command = NEXT;
    this.#listeners = [
      this.#item,
      vscode.commands.registerCommand(NEXT, () => this.#go(nextMatch)),
      vscode.commands.registerCommand(PREVIOUS, () => this.#go(previousMatch)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        const { uri } = textEditor.document;
        if (uri.scheme !== TRANSCRIPT_SCHEME) return;
        // Else it was moved by a program, out of a fold for example.
        if (kind === Keyboard || kind === Mouse) this.#onMove(uri);
        this.#refresh();
      }),
      shown.onDidChange(() => this.#refresh()),
    ];
    this.#refresh();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #go(choose: typeof nextMatch): void {
    const editor = vscode.window.activeTextEditor;
    const matches = editor && this.#shown.get(editor.document.uri)?.matches;
    if (!editor || !matches) return;
    this.#onMove(editor.document.uri);
    const index = choose(matches, editor.selection);
    const match = index === undefined ? undefined : matches[index];
    if (match) select(editor, match);
  }

  #refresh(): void {
    const editor = vscode.window.activeTextEditor;
    const matches = editor && this.#shown.get(editor.document.uri)?.matches;
    if (!editor || !matches) {
      this.#item.hide();
      return;
    }
    const index = matchAt(matches, editor.selection);
    this.#item.text =
      index === undefined ? `$(search) ${matches.length}` : `$(search) ${index + 1}/${matches.length}`;
    this.#item.tooltip =
      matches.length === 0
        ? vscode.l10n.t('No single word of this session counted')
        : vscode.l10n.t('Places that counted for the badge; click for the next one');
    this.#item.accessibilityInformation = {
      label:
        index === undefined
          ? vscode.l10n.t('{0} places that counted', matches.length)
          : vscode.l10n.t('Place {0} of {1} that counted', index + 1, matches.length),
      role: 'button',
    };
    this.#item.show();
  }
}

/** The editor unfolds what the selection is in. */
function select(editor: vscode.TextEditor, match: vscode.Range): void {
  editor.selection = new vscode.Selection(match.start, match.end);
  editor.revealRange(match, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

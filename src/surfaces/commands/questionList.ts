import * as vscode from 'vscode';

export interface Question<Item extends vscode.QuickPickItem> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly matchOnDescription?: boolean;
}

/**
 * A list that asks one question after another and stays open in between. VS Code gives a webview its focus back a moment
 * after a list has closed, and a list that is opened by then loses it and closes unanswered (microsoft/vscode#75209).
 */
export class QuestionList implements vscode.Disposable {
  readonly #list = vscode.window.createQuickPick();

  /** @returns the chosen item, or undefined when the user leaves the list; nothing can be asked then any more */
  ask<Item extends vscode.QuickPickItem>(question: Question<Item>): Promise<Item | undefined> {
    const list = this.#list;
    list.title = question.title;
    list.matchOnDescription = question.matchOnDescription ?? false;
    list.value = '';
    list.items = question.items;
    list.show();
    return new Promise((resolve) => {
      const answered = (item: Item | undefined): void => {
        for (const listener of listeners) listener.dispose();
        resolve(item);
      };
      const listeners = [
        list.onDidAccept(() => {
          const [item] = list.selectedItems; // none where nothing matches what was typed: the list stays
          if (item) answered(item as Item);
        }),
        list.onDidHide(() => answered(undefined)),
      ];
    });
  }

  dispose(): void {
    this.#list.dispose();
  }
}

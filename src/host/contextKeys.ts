import * as vscode from 'vscode';
import type { ScanEvent } from '../scanning/events.ts';
import type { ActiveHistory } from './activeHistory.ts';

/** The context keys that package.json's `when` and `enablement` clauses may name, without their prefix. */
type ContextKey = 'scanning' | 'scanned' | 'sample' | 'shared';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `hermesAchievements.${key}`, value);
}

/** Tells VS Code what this window is doing, for menus, enablement and the walkthrough. */
export function keepContextKeys(history: ActiveHistory): vscode.Disposable {
  const keys = new ContextKeys();
  return vscode.Disposable.from(
    new vscode.Disposable(history.onEvent((event) => keys.follow(event))),
    history.onLook(() => keys.show(history)),
  );
}

class ContextKeys {
  readonly #values = new Map<ContextKey, boolean>();

  follow(event: ScanEvent): void {
    this.#set('scanning', event.event !== 'done' && event.event !== 'error');
    if (event.event === 'done') this.#set('scanned', true);
  }

  /** A history was looked at for the first time. */
  show({ place, current }: ActiveHistory): void {
    this.#set('sample', place.sample);
    this.#set('scanned', (current?.generated_at ?? 0) > 0);
  }

  #set(key: ContextKey, value: boolean): void {
    if (this.#values.get(key) === value) return;
    this.#values.set(key, value);
    setContextKey(key, value);
  }
}

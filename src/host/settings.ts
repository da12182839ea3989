import * as vscode from 'vscode';
import type { HistoryMode } from '../hermes/historyMode.ts';

/** The section of every setting of this extension. */
const SECTION = 'hermesAchievements';

export type NotificationLevel = 'all' | 'goldAndUp' | 'off';

/** The extension's settings at one moment, with values out of range brought back into it. */
export interface Settings {
  /** Empty: the usual place. */
  readonly home: string;
  /** Empty: the profile that Hermes uses. */
  readonly profile: string;
  readonly historyMode: HistoryMode;
  /** Seconds, 60 to 180. */
  readonly refreshAfterSeconds: number;
  readonly autoRefresh: boolean;
  readonly notifications: NotificationLevel;
  readonly statusBarVisible: boolean;
  readonly statusBarContent: 'badges' | 'usageToday' | 'both';
  readonly recap: 'weekly' | 'monthly' | 'off';
}

const TTL_RANGE = { least: 60, usual: 120, most: 180 };

/** Each is looked up when it is asked for: nobody wants all of them, and where a value comes from is long to tell. */
export function readSettings(): Settings {
  const section = vscode.workspace.getConfiguration(SECTION);
  return {
    get home() {
      return machineSetting(section, 'home');
    },
    get profile() {
      return machineSetting(section, 'profile');
    },
    get historyMode() {
      return section.get('historyMode') === 'dashboard' ? 'dashboard' : 'lifetime';
    },
    get refreshAfterSeconds() {
      // Until 0.1 the setting had another name, which counts where the new one is not set.
      const named = isSet(section, 'refreshAfterSeconds') ? 'refreshAfterSeconds' : 'refreshTtlSeconds';
      const ttl = Number(section.get(named));
      return Number.isFinite(ttl)
        ? Math.min(TTL_RANGE.most, Math.max(TTL_RANGE.least, ttl))
        : TTL_RANGE.usual;
    },
    get autoRefresh() {
      return section.get('autoRefresh') !== false;
    },
    get notifications() {
      const level = section.get('notifications');
      return level === 'goldAndUp' || level === 'off' ? level : 'all';
    },
    get recap() {
      const rhythm = section.get('recap');
      return rhythm === 'monthly' || rhythm === 'off' ? rhythm : 'weekly';
    },
    get statusBarContent() {
      const content = section.get('statusBar.content');
      return content === 'usageToday' || content === 'both' ? content : 'badges';
    },
    get statusBarVisible() {
      return section.get('statusBar.visible') !== false;
    },
  };
}

/**
 * Calls back when one of the extension's settings was changed.
 * @param listener asks which: `changed('statusBar.visible')`
 */
export function onSettings(listener: (changed: (key: string) => boolean) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION))
      listener((key) => change.affectsConfiguration(`${SECTION}.${key}`));
  });
}

function isSet(section: vscode.WorkspaceConfiguration, key: string): boolean {
  const values = section.inspect(key);
  return [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}

/** Writes one setting for the user, never for the workspace. */
export async function writeUserSetting(key: keyof typeof KEYS, value: string | boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration(SECTION)
    .update(KEYS[key], value, vscode.ConfigurationTarget.Global);
}

const KEYS = { home: 'home', profile: 'profile', statusBarVisible: 'statusBar.visible' } as const;

/**
 * Which files are read is the user's choice alone. The scope in package.json already says so; reading only the
 * user's value holds it even where a host is lax about scopes.
 */
function machineSetting(section: vscode.WorkspaceConfiguration, key: string): string {
  const value = section.inspect<unknown>(key)?.globalValue;
  return typeof value === 'string' ? value.trim() : '';
}

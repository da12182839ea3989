import { realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Everything that the place of a Hermes home depends on. */
export interface HomeSurroundings {
  /** What the user asked for: the setting, or `--home`; empty or absent when nothing. */
  readonly setting?: string | null | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's own directory. */
  readonly homedir: string;
  readonly exists: (path: string) => boolean;
}

/**
 * Where Hermes keeps its data: what the user set, else `HERMES_HOME`, else the platform's default, which is
 * `%LOCALAPPDATA%\hermes` on Windows (unless only `~/.hermes` is there) and `~/.hermes` elsewhere.
 * `HERMES_DATA_DIR_SUFFIX` is appended to the default's last part. The result is absolute but need not exist.
 */
export function resolveHome(surroundings: HomeSurroundings): string {
  const { setting, env, platform, homedir } = surroundings;
  const path = platform === 'win32' ? win32 : posix;
  const chosen = setting?.trim() || env['HERMES_HOME']?.trim();
  return path.resolve(chosen ? expandTilde(chosen, homedir, path) : defaultHome(surroundings, path));
}

function defaultHome({ env, platform, homedir, exists }: HomeSurroundings, path: typeof posix): string {
  const suffix = env['HERMES_DATA_DIR_SUFFIX'] ?? '';
  const inHomeDirectory = path.join(homedir, `.hermes${suffix}`);
  if (platform !== 'win32') return inHomeDirectory;
  const localData = env['LOCALAPPDATA'] || path.join(homedir, 'AppData', 'Local');
  const inLocalData = path.join(localData, `hermes${suffix}`);
  return !exists(inLocalData) && exists(inHomeDirectory) ? inHomeDirectory : inLocalData;
}

/** `~` alone or before a separator is the user's directory; `~name` is left as it is. */
function expandTilde(given: string, homedir: string, path: typeof posix): string {
  if (given === '~') return homedir;
  const tail = /^~(?:\/|\\)(.*)$/s.exec(given)?.[1];
  if (tail === undefined || (given[1] === '\\' && path === posix)) return given;
  return path.join(homedir, tail);
}

/** One name for a home, however it was reached; a home that does not exist keeps the name it was given. */
export function canonicalHome(home: string): string {
  try {
    return realpathSync.native(home);
  } catch {
    return home;
  }
}

import { realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Everything that the place of a Hermes home depends on. */
export interface HomeSurroundings {
  /** What the user asked for: the setting, or `--home`; empty or absent when nothing. */
  readonly setting?: string | null | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's own directory; asked only where one is needed. May throw: a container's user may have none. */
  readonly homedir: () => string;
  readonly exists: (path: string) => boolean;
}

/**
 * Where Hermes keeps its data: what the user set, else `HERMES_HOME`, else the platform's default, which is
 * `%LOCALAPPDATA%\hermes` on Windows (unless only `~/.hermes` is there) and `~/.hermes` elsewhere.
 * `HERMES_DATA_DIR_SUFFIX` is appended to the default's last part. `$NAME`, `${NAME}` and `~` are expanded in what was
 * chosen. The result is absolute but need not exist.
 * @throws Error when the user's own directory is needed and there is none
 */
export function resolveHome(surroundings: HomeSurroundings): string {
  const { setting, env, platform } = surroundings;
  const path = platform === 'win32' ? win32 : posix;
  const chosen = setting?.trim() || env['HERMES_HOME']?.trim();
  return path.resolve(
    chosen
      ? expandTilde(expandVariables(chosen, env, platform), surroundings, path)
      : defaultHome(surroundings, path),
  );
}

function defaultHome(surroundings: HomeSurroundings, path: typeof posix): string {
  const { env, platform, exists } = surroundings;
  const suffix = env['HERMES_DATA_DIR_SUFFIX'] ?? '';
  const homedir = ownDirectory(surroundings);
  const inHomeDirectory = path.join(homedir, `.hermes${suffix}`);
  if (platform !== 'win32') return inHomeDirectory;
  const localData = env['LOCALAPPDATA'] || path.join(homedir, 'AppData', 'Local');
  const inLocalData = path.join(localData, `hermes${suffix}`);
  return !exists(inLocalData) && exists(inHomeDirectory) ? inHomeDirectory : inLocalData;
}

/** `~` alone or before a separator is the user's directory; `~name` is left as it is. */
function expandTilde(given: string, surroundings: HomeSurroundings, path: typeof posix): string {
  if (given === '~') return ownDirectory(surroundings);
  const tail = /^~(?:\/|\\)(.*)$/s.exec(given)?.[1];
  if (tail === undefined || (given[1] === '\\' && path === posix)) return given;
  return path.join(ownDirectory(surroundings), tail);
}

const VARIABLE = /\$(?:(\w+)|\{([^}]*)\})/gu;
const VARIABLE_OF_WINDOWS = /\$(?:(\w+)|\{([^}]*)\})|%([^%]+)%/gu;

/** As Hermes does it: a variable that is not set stays as it is written. */
function expandVariables(given: string, env: HomeSurroundings['env'], platform: NodeJS.Platform): string {
  return given.replace(platform === 'win32' ? VARIABLE_OF_WINDOWS : VARIABLE, (written, ...names) => {
    const name: string | undefined = names.slice(0, 3).find((one) => typeof one === 'string');
    return (name !== undefined && Object.hasOwn(env, name) && env[name]) || written;
  });
}

/** The system's own error names a function of its own, and no way out. */
function ownDirectory({ homedir }: HomeSurroundings): string {
  try {
    return homedir();
  } catch (error) {
    throw new Error('This user has no home directory: name the Hermes home by --home or HERMES_HOME', {
      cause: error,
    });
  }
}

/** One name for a home, however it was reached; a home that does not exist keeps the name it was given. */
export function canonicalHome(home: string): string {
  try {
    return realpathSync.native(home);
  } catch {
    return home;
  }
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The profile that is the root itself. */
const DEFAULT_PROFILE = 'default';

const PROFILES_DIRECTORY = 'profiles';
const DELETED_DIRECTORY = '.deleted';
const ACTIVE_PROFILE_FILE = 'active_profile';
const LONGEST_NAME_BYTES = 4096;

/** A profile that was asked for by name and is not there. */
export class UnknownProfile extends Error {
  override readonly name = 'UnknownProfile';
}

/** Names of the profiles under a root, `default` first, the others in alphabetical order. */
export function listProfiles(root: string): string[] {
  const names = directoriesIn(join(root, PROFILES_DIRECTORY)).filter((name) => isProfile(root, name));
  return [DEFAULT_PROFILE, ...names.sort()];
}

/** The profile that Hermes itself uses; `default` when none is named, or the one named is no profile any more. */
export function activeProfile(root: string): string {
  let name: string;
  try {
    name = readName(join(root, ACTIVE_PROFILE_FILE));
  } catch {
    return DEFAULT_PROFILE;
  }
  return name !== DEFAULT_PROFILE && isProfile(root, name) ? name : DEFAULT_PROFILE;
}

/**
 * The home of a profile, or of the active one when none is named.
 * @throws UnknownProfile when there is no such profile; names never lead out of the root
 */
export function resolveProfileHome(root: string, profile?: string | null): string {
  const name = profile?.trim() || activeProfile(root);
  if (name === DEFAULT_PROFILE) return root;
  if (!isProfile(root, name))
    throw new UnknownProfile(`There is no profile ${JSON.stringify(name)} in ${root}`);
  return join(root, PROFILES_DIRECTORY, name);
}

/** Empty for what is no file, or too large to hold a name: an editor's thread waits for this. */
function readName(path: string): string {
  const found = statSync(path);
  return found.isFile() && found.size <= LONGEST_NAME_BYTES ? readFileSync(path, 'utf8').trim() : '';
}

function isProfile(root: string, name: string): boolean {
  return (
    isPlainName(name) &&
    name !== DEFAULT_PROFILE &&
    existsSync(join(root, PROFILES_DIRECTORY, name)) &&
    !existsSync(join(root, PROFILES_DIRECTORY, DELETED_DIRECTORY, name))
  );
}

/** A single path segment that is not hidden: no separator, drive or NUL, no dot in front. */
function isPlainName(name: string): boolean {
  return name.length > 0 && !name.startsWith('.') && !/[/\\:\0]/.test(name);
}

function directoriesIn(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

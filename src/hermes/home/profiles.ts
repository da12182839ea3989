import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canonicalHome } from './home.ts';

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

/**
 * The root of a home and the profile that it is. Hermes names a profile's own home where it runs under one:
 * `<root>/profiles/<name>`. Any other home is a root, and none of its profiles is chosen.
 */
function placeOf(home: string): { readonly root: string; readonly profile: string | null } {
  const named = placeByName(home);
  if (named.profile !== null) return named;
  // A link to a profile's home is that profile's, whatever it is called.
  const behind = placeByName(canonicalHome(home));
  return behind.profile === null ? named : behind;
}

function placeByName(home: string): { readonly root: string; readonly profile: string | null } {
  const [folder, name] = [dirname(home), basename(home)];
  const isProfiles = basename(folder) === PROFILES_DIRECTORY && dirname(folder) !== folder;
  return isProfiles && isPlainName(name) && name !== DEFAULT_PROFILE
    ? { root: dirname(folder), profile: name }
    : { root: home, profile: null };
}

/** Names of the profiles of a home's root, `default` first, the others in alphabetical order. */
export function listProfiles(home: string): string[] {
  const { root } = placeOf(home);
  const names = directoriesIn(join(root, PROFILES_DIRECTORY)).filter((name) => isProfile(root, name));
  return [DEFAULT_PROFILE, ...names.sort()];
}

/**
 * The profile that Hermes itself uses: the one that the home is of, else the one that its root names; `default` when none
 * is named, or the one named is no profile any more.
 */
export function activeProfile(home: string): string {
  const { root, profile } = placeOf(home);
  if (profile !== null) return profile;
  let name: string;
  try {
    name = readName(join(root, ACTIVE_PROFILE_FILE));
  } catch {
    return DEFAULT_PROFILE;
  }
  return name !== DEFAULT_PROFILE && isProfile(root, name) ? name : DEFAULT_PROFILE;
}

/**
 * The home of a profile of a home's root, or of the active one when none is named.
 * @throws UnknownProfile when there is no such profile; names never lead out of the root
 */
export function resolveProfileHome(home: string, profile?: string | null): string {
  const { root, profile: own } = placeOf(home);
  const name = profile?.trim() || activeProfile(home);
  // It was named by its path, whatever became of it.
  if (name === own) return home;
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

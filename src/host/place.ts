import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { canonicalHome, resolveHome } from '../hermes/home/home.ts';
import { activeProfile, listProfiles, resolveProfileHome } from '../hermes/home/profiles.ts';
import type { HistoryPlace } from './activeHistory.ts';
import type { Settings } from './settings.ts';

/** The Hermes home that the settings, the environment and the platform lead to; a profile's own where they name that. */
export function hermesRoot(settings: Settings): string {
  return resolveHome({
    setting: settings.home,
    env: process.env,
    platform: process.platform,
    homedir,
    exists: existsSync,
  });
}

/**
 * The place that the settings lead to.
 * @throws UnknownProfile when the chosen profile does not exist
 */
export function placeFrom(settings: Settings): HistoryPlace {
  const root = hermesRoot(settings);
  const { profile } = settings;
  const home = canonicalHome(resolveProfileHome(root, profile));
  return { home, profile: profile || activeProfile(root), sample: false };
}

/** The profiles to choose from, each with its home. */
export function profilePlaces(settings: Settings): { name: string; home: string; active: boolean }[] {
  const root = hermesRoot(settings);
  const active = activeProfile(root);
  return listProfiles(root).map((name) => ({
    name,
    home: resolveProfileHome(root, name),
    active: name === active,
  }));
}

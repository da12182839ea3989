import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSampleHome } from '../../../src/sample/writeSampleHome.ts';
import { temporaryFolder } from './places.ts';

/** Enough for badges at every tier, few enough to be written and scanned in a moment. */
const SESSIONS = 200;

/** Writes a Hermes home with a made-up history, the same one whatever day and hour it is. Returns the home. */
export async function writeSampleHistory(home: string, sessions = SESSIONS): Promise<string> {
  await writeSampleHome({ output: home, sessions });
  return home;
}

/** A new Hermes home with a made-up history, which is removed when this process ends. */
export async function sampleHome(sessions = SESSIONS): Promise<string> {
  return writeSampleHistory(join(await temporaryFolder('home'), 'hermes'), sessions);
}

/** Lets a small made-up history appear in a home at once, in place of what is there, as when Hermes first writes. */
export async function bringSampleHistory(home: string): Promise<void> {
  const prepared = await writeSampleHistory(join(await temporaryFolder('prepared'), 'hermes'), 40);
  await mkdir(home, { recursive: true });
  await rename(join(prepared, 'state.db'), join(home, 'state.db'));
}

import { writeSampleHome } from '../../../src/sample/writeSampleHome.ts';

/** Enough for badges at every tier, few enough to be written and scanned in a moment. */
const SESSIONS = 200;

/** Writes a Hermes home with a made-up history that ends now. Returns the home. */
export async function writeSampleHistory(home: string, sessions = SESSIONS): Promise<string> {
  await writeSampleHome({ output: home, sessions, now: new Date() });
  return home;
}

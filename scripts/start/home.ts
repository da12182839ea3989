import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { resolveHome } from '../../src/hermes/home/home.ts';
import { writeSampleHome } from '../../src/sample/writeSampleHome.ts';
import { cachedFolder } from '../../test/host/runtime/cachedFolder.ts';
import { folderDigest } from '../../test/host/runtime/folderDigest.ts';
import { REPOSITORY } from '../../test/host/runtime/places.ts';
import { say } from '../../test/host/runtime/say.ts';

export interface ChosenHome {
  readonly home: string;
  /** For the user: which history this is. */
  readonly description: string;
}

/** The user's Hermes home; a sample when there is none, or when it is asked for. */
export async function chooseHome(sample: boolean): Promise<ChosenHome> {
  const { env, platform } = process;
  const home = resolveHome({ setting: '', env, platform, homedir, exists: existsSync });
  if (!sample && existsSync(join(home, 'state.db'))) return { home, description: `your history in ${home}` };
  const version = folderDigest(join(REPOSITORY, 'src', 'sample')).slice(0, 12);
  const written = await cachedFolder(`sample-home-${version}`, async (empty) => {
    say('Writing a sample history …');
    await writeSampleHome({ output: empty, now: new Date() });
  });
  const reason = sample ? '' : ` (no Hermes history was found in ${home})`;
  return { home: written, description: `the sample history in ${relative(REPOSITORY, written)}${reason}` };
}

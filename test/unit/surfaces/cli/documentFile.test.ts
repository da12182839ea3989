import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { writeDocument } from '../../../../src/surfaces/cli/documentFile.ts';

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'document-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('a document', () => {
  it('replaces a file whole, with its permissions, and leaves nothing beside it', async (t) => {
    const place = folder(t);
    const path = join(place, 'badges.md');
    writeFileSync(path, 'an older and longer text');
    chmodSync(path, 0o640);
    await writeDocument(path, 'new');
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(place), ['badges.md']);
  });

  it('is written to the file that a link leads to, and the link stays', async (t) => {
    const place = folder(t);
    writeFileSync(join(place, 'real.md'), 'old');
    symlinkSync('real.md', join(place, 'link.md'));
    await writeDocument(join(place, 'link.md'), 'new');
    assert.ok(lstatSync(join(place, 'link.md')).isSymbolicLink());
    assert.equal(readFileSync(join(place, 'real.md'), 'utf8'), 'new');
  });

  it('for a directory is refused in words', async (t) => {
    const place = folder(t);
    await assert.rejects(writeDocument(place, 'new'), {
      message: `${place} is a directory; name the file that is to be written in it`,
    });
    assert.deepEqual(readdirSync(place), []);
    // One that is yet to be made is none the less meant as a directory.
    await assert.rejects(
      writeDocument(`${place}/exports/`, 'new'),
      /exports\/ is a directory; name the file/,
    );
  });

  for (const [what, of, reason] of [
    ['whose directory is not there', 'none/badges.md', 'its directory does not exist'],
    ['below a file', 'file/badges.md', 'a part of its path is a file, not a directory; check the path'],
    ['with a name that is too long', 'x'.repeat(300), 'its name is too long; choose a shorter one'],
  ] as const)
    it(`${what} is refused with the file and the reason`, async (t) => {
      const place = folder(t);
      writeFileSync(join(place, 'file'), '');
      const path = join(place, of);
      await assert.rejects(writeDocument(path, 'new'), {
        message: `${path} could not be written: ${reason}`,
      });
      assert.deepEqual(readdirSync(place), ['file']);
    });

  it('on a full disk leaves the old one and names the file', async (t) => {
    const place = folder(t);
    const disk = join(place, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
    if (!mounted) return t.skip('a small disk can only be mounted by root');
    try {
      const path = join(disk, 'badges.json');
      writeFileSync(path, 'old');
      await assert.rejects(writeDocument(path, 'x'.repeat(1_000_000)), {
        message: `${path} could not be written: no space is left on the disk; make room on it and try again`,
      });
      assert.equal(readFileSync(path, 'utf8'), 'old');
      assert.deepEqual(readdirSync(disk), ['badges.json']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('is written into a device', { skip: !existsSync('/dev/null') }, async () => {
    await writeDocument('/dev/null', 'new');
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  activeProfile,
  listProfiles,
  resolveProfileHome,
  UnknownProfile,
} from '../../../../src/hermes/home/profiles.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

describe('profiles', () => {
  let root: string;

  beforeEach(() => {
    root = TemporaryHome.emptyDirectory();
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function addProfile(name: string): string {
    const home = join(root, 'profiles', name);
    mkdirSync(home, { recursive: true });
    return home;
  }

  function markDeleted(name: string): void {
    mkdirSync(join(root, 'profiles', '.deleted'), { recursive: true });
    writeFileSync(join(root, 'profiles', '.deleted', name), '');
  }

  function makeActive(name: string): void {
    writeFileSync(join(root, 'active_profile'), `${name}\n`);
  }

  describe('where the home is <root>/profiles/<name>, as Hermes sets HERMES_HOME itself', () => {
    it('is that profile through a link of another name too', { skip: process.platform === 'win32' }, () => {
      const coder = addProfile('coder');
      const link = join(root, 'link');
      symlinkSync(coder, link);
      assert.equal(activeProfile(link), 'coder');
      assert.equal(resolveProfileHome(link), link);
      assert.equal(resolveProfileHome(link, 'coder'), link);
      assert.equal(realpathSync(resolveProfileHome(link, 'default')), realpathSync(root));
    });

    it('is the one that counts, whichever the root names', () => {
      const coder = addProfile('coder');
      addProfile('work');
      makeActive('work');
      assert.equal(resolveProfileHome(coder), coder);
      assert.equal(activeProfile(coder), 'coder');
    });

    it('has <root> as its root: default is its history, the others stand beside', () => {
      const coder = addProfile('coder');
      const work = addProfile('work');
      assert.equal(resolveProfileHome(coder, 'default'), root);
      assert.equal(resolveProfileHome(coder, 'coder'), coder);
      assert.equal(resolveProfileHome(coder, 'work'), work);
      assert.deepEqual(listProfiles(coder), ['default', 'coder', 'work']);
      assert.throws(() => resolveProfileHome(coder, 'nobody'), UnknownProfile);
    });

    it('is no profile in a folder that is hidden, or called default', () => {
      for (const name of ['.deleted', 'default']) {
        const home = join(root, 'profiles', name);
        mkdirSync(home, { recursive: true });
        assert.equal(resolveProfileHome(home, 'default'), home);
      }
    });
  });

  it('ignores a file of the active profile that is too large to hold a name', () => {
    addProfile('work');
    makeActive(`work${' '.repeat(5000)}`);
    assert.equal(activeProfile(root), 'default');
  });

  if (process.platform !== 'win32') {
    it('does not wait for a pipe to name the active profile', () => {
      execFileSync('mkfifo', [join(root, 'active_profile')]);
      assert.equal(activeProfile(root), 'default');
    });
  }

  it('always has the default, which is the root', () => {
    assert.deepEqual(listProfiles(root), ['default']);
    assert.equal(resolveProfileHome(root), root);
    assert.equal(resolveProfileHome(root, 'default'), root);
  });

  it('lists those that are there, in order', () => {
    addProfile('work');
    addProfile('home');
    assert.deepEqual(listProfiles(root), ['default', 'home', 'work']);
  });

  it('leaves out hidden names, files and deleted profiles', () => {
    addProfile('.cache');
    addProfile('old');
    markDeleted('old');
    writeFileSync(join(root, 'profiles', 'notes.txt'), '');
    assert.deepEqual(listProfiles(root), ['default']);
  });

  it('gives a profile a home of its own', () => {
    const home = addProfile('work');
    assert.equal(resolveProfileHome(root, 'work'), home);
  });

  it('uses the active one when none is asked for', () => {
    const home = addProfile('work');
    makeActive('work');
    assert.equal(activeProfile(root), 'work');
    assert.equal(resolveProfileHome(root, ''), home);
    assert.equal(resolveProfileHome(root, null), home);
  });

  it('uses the one asked for before the active one', () => {
    addProfile('work');
    makeActive('work');
    assert.equal(resolveProfileHome(root, 'default'), root);
  });

  it('falls back to the default when the active one was deleted or never was', () => {
    addProfile('old');
    markDeleted('old');
    makeActive('old');
    assert.equal(activeProfile(root), 'default');
    makeActive('../../etc');
    assert.equal(activeProfile(root), 'default');
  });

  it('refuses a profile that is not there, or was deleted', () => {
    addProfile('old');
    markDeleted('old');
    for (const name of ['missing', 'old'])
      assert.throws(() => resolveProfileHome(root, name), UnknownProfile);
  });

  it('refuses names that lead elsewhere, even where that exists', () => {
    addProfile('work');
    for (const name of ['..', '.', '.deleted', 'work/../..', '../..', 'C:work', 'a\\b', 'a\0b']) {
      assert.throws(() => resolveProfileHome(root, name), UnknownProfile, name);
    }
  });
});

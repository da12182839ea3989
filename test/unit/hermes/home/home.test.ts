import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { canonicalHome, type HomeSurroundings, resolveHome } from '../../../../src/hermes/home/home.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

function surroundings(changes: Partial<HomeSurroundings> = {}): HomeSurroundings {
  return { env: {}, platform: 'linux', homedir: () => '/home/ada', exists: () => false, ...changes };
}

function windows(changes: Partial<HomeSurroundings> = {}): HomeSurroundings {
  return surroundings({
    platform: 'win32',
    homedir: () => 'C:\\Users\\Ada',
    env: { LOCALAPPDATA: 'C:\\Users\\Ada\\AppData\\Local' },
    ...changes,
  });
}

describe('where Hermes keeps its data', () => {
  it('is ~/.hermes by default', () => {
    assert.equal(resolveHome(surroundings()), '/home/ada/.hermes');
    assert.equal(resolveHome(surroundings({ platform: 'darwin' })), '/home/ada/.hermes');
  });

  it('is what HERMES_HOME names', () => {
    assert.equal(resolveHome(surroundings({ env: { HERMES_HOME: '/data/hermes' } })), '/data/hermes');
  });

  it('is what the setting names, before HERMES_HOME', () => {
    const both = surroundings({ setting: '/chosen', env: { HERMES_HOME: '/data/hermes' } });
    assert.equal(resolveHome(both), '/chosen');
  });

  it('takes an empty setting or variable for none', () => {
    assert.equal(resolveHome(surroundings({ setting: ' ', env: { HERMES_HOME: '' } })), '/home/ada/.hermes');
  });

  it('expands ~ alone and before a path, but not the name of another user', () => {
    assert.equal(resolveHome(surroundings({ setting: '~' })), '/home/ada');
    assert.equal(resolveHome(surroundings({ env: { HERMES_HOME: '~/agents/h' } })), '/home/ada/agents/h');
    assert.match(resolveHome(surroundings({ setting: '~bob/h' })), /[/]~bob[/]h$/);
  });

  it('expands variables, in braces or without, in HERMES_HOME and in the setting, and leaves what is not set', () => {
    const env = { HOME: '/home/ada', AGENTS: 'agents' };
    assert.equal(
      resolveHome(surroundings({ env: { ...env, HERMES_HOME: '$HOME/.hermes' } })),
      '/home/ada/.hermes',
    );
    assert.equal(resolveHome(surroundings({ env, setting: `\${HOME}/$AGENTS/h` })), '/home/ada/agents/h');
    assert.equal(resolveHome(surroundings({ env, setting: '/data/$NOT_SET/h' })), '/data/$NOT_SET/h');
    assert.equal(resolveHome(surroundings({ env: { TILDE: '~' }, setting: '$TILDE/h' })), '/home/ada/h');
    const onWindows = windows({ env: { USERPROFILE: 'C:\\Users\\Ada', HERMES_HOME: '%USERPROFILE%\\h' } });
    assert.equal(resolveHome(onWindows), 'C:\\Users\\Ada\\h');
  });

  it('asks for no home directory of the user where a home is given, and says what to do where one is needed', () => {
    const homedir = (): string => {
      throw new Error('uv_os_homedir returned ENOENT');
    };
    assert.equal(resolveHome(surroundings({ homedir, setting: '/data/hermes' })), '/data/hermes');
    for (const setting of ['', '~/hermes'])
      assert.throws(() => resolveHome(surroundings({ homedir, setting })), {
        message: 'This user has no home directory: name the Hermes home by --home or HERMES_HOME',
      });
  });

  it('appends the suffix to the default, not to what was chosen', () => {
    const env = { HERMES_DATA_DIR_SUFFIX: '-dev' };
    assert.equal(resolveHome(surroundings({ env })), '/home/ada/.hermes-dev');
    assert.equal(resolveHome(surroundings({ env, setting: '/chosen' })), '/chosen');
  });

  it('makes a relative choice absolute and drops a trailing separator', () => {
    assert.ok(resolveHome(surroundings({ setting: 'somewhere' })).startsWith('/'));
    assert.equal(resolveHome(surroundings({ setting: '/chosen/' })), '/chosen');
  });

  describe('on Windows', () => {
    it('is in the local application data', () => {
      assert.equal(resolveHome(windows()), 'C:\\Users\\Ada\\AppData\\Local\\hermes');
    });

    it('is ~/.hermes where only that is there', () => {
      const inHome = 'C:\\Users\\Ada\\.hermes';
      assert.equal(resolveHome(windows({ exists: (path) => path === inHome })), inHome);
    });

    it('is in the local application data where both are there', () => {
      assert.equal(resolveHome(windows({ exists: () => true })), 'C:\\Users\\Ada\\AppData\\Local\\hermes');
    });

    it('finds the local application data without the variable', () => {
      assert.equal(resolveHome(windows({ env: {} })), 'C:\\Users\\Ada\\AppData\\Local\\hermes');
    });

    it('takes the suffix too', () => {
      const env = { LOCALAPPDATA: 'D:\\L', HERMES_DATA_DIR_SUFFIX: '2' };
      assert.equal(resolveHome(windows({ env })), 'D:\\L\\hermes2');
    });

    it('expands ~ before either separator', () => {
      assert.equal(resolveHome(windows({ setting: '~\\h' })), 'C:\\Users\\Ada\\h');
      assert.equal(resolveHome(windows({ setting: '~/h' })), 'C:\\Users\\Ada\\h');
    });
  });
});

describe('the canonical name of a home', () => {
  it('is the same through a symbolic link as through the real path', (test) => {
    const directory = TemporaryHome.emptyDirectory();
    test.after(() => rmSync(directory, { recursive: true }));
    mkdirSync(join(directory, 'real'));
    symlinkSync(join(directory, 'real'), join(directory, 'link'), 'junction');
    assert.equal(canonicalHome(join(directory, 'link')), canonicalHome(join(directory, 'real')));
  });

  it('is the given one for a home that does not exist', () => {
    assert.equal(canonicalHome('/no/such/home'), '/no/such/home');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };

describe('a workspace', () => {
  for (const setting of ['home', 'profile'] as const) {
    it(`cannot say which history is read: the setting "${setting}" is the machine's`, () => {
      assert.equal(
        packageJson.contributes.configuration.properties[`hermesAchievements.${setting}`].scope,
        'machine',
      );
    });
  }
});

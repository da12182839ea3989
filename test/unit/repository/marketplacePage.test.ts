import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path: string): Buffer => readFileSync(new URL(`../../../${path}`, import.meta.url));
const manifest = JSON.parse(read('package.json').toString());

describe("the marketplace's page", () => {
  it('has all that it shows beside the README', () => {
    const shown = ['displayName', 'publisher', 'license', 'repository', 'bugs', 'homepage', 'galleryBanner'];
    assert.deepEqual(
      shown.filter((field) => !manifest[field]),
      [],
    );
    assert.ok(manifest.categories.length > 0 && manifest.keywords.length > 0);
  });

  it('tells a newcomer where to begin and where to look, by the names that the palette has', () => {
    const page = read('docs/extensionPage.md').toString();
    const words: Record<string, string> = JSON.parse(read('package.nls.json').toString());
    const commands = [
      'open',
      'chooseHome',
      'chooseProfile',
      'trySample',
      'showScanStatus',
      'fullRescan',
      'showLog',
    ];
    assert.deepEqual(
      commands.filter((name) => !page.includes(`${words[`command.${name}.title`]}**`)),
      [],
    );
  });

  it('has an icon of 256 pixels', () => {
    const icon = read(manifest.icon);
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
  });

  it('offers a finished product and asks for no money', () => {
    assert.equal(manifest.preview ?? false, false);
    assert.equal(manifest.sponsor, undefined);
  });

  it('says where the extension runs', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    // In an untrusted workspace it runs too, but does not heed what that sets.
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.ok(untrustedWorkspaces.description && untrustedWorkspaces.restrictedConfigurations.length > 0);
    assert.equal(virtualWorkspaces, true);
  });
});

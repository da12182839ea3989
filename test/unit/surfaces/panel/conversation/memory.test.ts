import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PanelMemory } from '../../../../../src/surfaces/panel/conversation/memory.ts';
import { INITIAL_VIEW } from '../../../../../src/surfaces/panel/protocol/viewState.ts';
import { MapStore } from '../../../../panel/mapStore.ts';

describe('what the panel remembers', () => {
  it('begins with the initial view and nothing seen', () => {
    const memory = new PanelMemory(new MapStore());
    assert.deepEqual(memory.view('/home'), INITIAL_VIEW);
    assert.equal(memory.seenUntil('/home'), null);
  });

  it('keeps the view of each home apart', async () => {
    const memory = new PanelMemory(new MapStore());
    await memory.saveView('/a', { ...INITIAL_VIEW, search: 'docker' });
    assert.equal(memory.view('/a').search, 'docker');
    assert.equal(memory.view('/b').search, '');
  });

  it('outlives the panel that wrote it', async () => {
    const store = new MapStore();
    await new PanelMemory(store).saveView('/a', { ...INITIAL_VIEW, tab: 'activity' });
    assert.equal(new PanelMemory(store).view('/a').tab, 'activity');
  });

  it('takes the page that was called History for the time line, and keeps the rest of that view', async () => {
    const store = new MapStore();
    await store.update('panel:/a', { view: { ...INITIAL_VIEW, tab: 'history', search: 'docker' } });
    const { tab, search } = new PanelMemory(store).view('/a');
    assert.deepEqual([tab, search], ['timeline', 'docker']);
  });

  it('remembers in which week a recap stood on top', async () => {
    const memory = new PanelMemory(new MapStore());
    assert.equal(memory.recapIn('/a'), null);
    await memory.saveRecapIn('/a', '2026-W48');
    assert.deepEqual([memory.recapIn('/a'), memory.recapIn('/b')], ['2026-W48', null]);
  });

  it('never forgets that something was seen', async () => {
    const memory = new PanelMemory(new MapStore());
    await memory.saveSeen('/a', 20);
    await memory.saveSeen('/a', 10);
    assert.equal(memory.seenUntil('/a'), 20);
  });

  it('keeps what was seen when the view changes, and the view when something is seen', async () => {
    const memory = new PanelMemory(new MapStore());
    await memory.saveSeen('/a', 20);
    await memory.saveView('/a', { ...INITIAL_VIEW, sort: 'name' });
    await memory.saveSeen('/a', 30);
    assert.equal(memory.view('/a').sort, 'name');
    assert.equal(memory.seenUntil('/a'), 30);
  });

  it('keeps what version 0.1.0 remembered, which knew of no open badge', async () => {
    const store = new MapStore();
    const { open, ...view } = { ...INITIAL_VIEW, search: 'docker' };
    await store.update('panel:/a', { view, seen_until: 5 });
    assert.deepEqual(new PanelMemory(store).view('/a'), { ...view, open });
  });

  it('starts anew where the stored view is of another version', async () => {
    const store = new MapStore();
    await store.update('panel:/a', { view: { tab: 'charts' }, seen_until: 5 });
    const memory = new PanelMemory(store);
    assert.deepEqual(memory.view('/a'), INITIAL_VIEW);
    assert.equal(memory.seenUntil('/a'), 5);
  });
});

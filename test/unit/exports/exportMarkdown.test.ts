import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportMarkdown } from '../../../src/exports/exportMarkdown.ts';
import { smallSnapshot, snapshotOf } from './snapshots.ts';

/** The cells of the row of one badge. */
function row(markdown: string, name: string): string[] {
  const line = markdown.split('\n').find((candidate) => candidate.startsWith(`| **${name}**`));
  assert.ok(line, `no row for ${name}`);
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('Markdown export', () => {
  it('opens with the counts, a bar and the age', () => {
    const [title, , summary] = exportMarkdown(smallSnapshot()).split('\n');
    assert.equal(title, '# Hermes Achievements');
    assert.equal(
      summary,
      '**3 of 60 unlocked** ░░░░░░░░░░ 5% · 7 still secret · 8,564 sessions · as of 2026-11-21 04:36 UTC',
    );
  });

  it('has a table for each category with a chosen badge', () => {
    const headings = exportMarkdown(smallSnapshot()).match(/^## .*$/gm);
    assert.deepEqual(headings, ['## Agent Autonomy (2/7)', '## Vibe Coding (1/8)']);
  });

  it('shows tier, bar, figures, unlock and session of a tiered badge', () => {
    const cells = row(exportMarkdown(smallSnapshot()), 'Let Him Cook');
    assert.deepEqual(cells.slice(1, 6), [
      'Silver',
      '█░░░░░░░░░ 16%',
      '612 / 1,200',
      '2026-10-03',
      'Refactor the parser (612)',
    ]);
  });

  it('shows a full bar and the figure alone at the highest tier', () => {
    const cells = row(exportMarkdown(smallSnapshot()), 'Autonomous Avalanche');
    assert.deepEqual(cells.slice(1, 4), ['Olympian', '██████████ 100%', '60,000']);
  });

  it('shows every requirement of a badge without tiers', () => {
    const cells = row(exportMarkdown(smallSnapshot()), 'Ship First, Ask Later');
    assert.equal(cells[3], 'Git commands 64 / 50 · Most tool calls in one session 612 / 500');
  });

  it('says what is kept from earlier history', () => {
    const achievements = smallSnapshot().achievements.map((badge) => ({ ...badge, kept: true }));
    assert.equal(
      row(exportMarkdown(snapshotOf(achievements)), 'Let Him Cook')[4],
      '2026-10-03 (kept from earlier history)',
    );
  });

  it('says that a badge is unlocked where no time is recorded', () => {
    const achievements = smallSnapshot().achievements.map(({ unlocked_at, ...badge }) => badge);
    assert.equal(row(exportMarkdown(snapshotOf(achievements)), 'Let Him Cook')[4], 'yes');
  });
});

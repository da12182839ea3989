import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import { figureRowOf, SESSION_METRICS, statsOfRow } from '../../../../src/metrics/sums/figureRow.ts';
import { NO_FIGURES } from '../../../../src/metrics/sums/noFigures.ts';

describe('a row of figures', () => {
  it('has a place for each whole-number figure of a session, each once', () => {
    const numbers = Object.entries(NO_FIGURES).filter(([, value]) => typeof value === 'number');
    assert.deepEqual([...SESSION_METRICS].sort(), numbers.map(([key]) => key).sort());
  });

  it('gives back the figures that it was made of', () => {
    const counter = newSessionCounter();
    const text = Buffer.from('error: port 3000 already in use, see ./a.py');
    counter.add({
      id: 1,
      timestamp: null,
      isResult: false,
      text,
      toolName: 'terminal',
      callNames: ['patch'],
      dashboardNames: ['patch'],
      callsJson: '[]',
    });
    const stats = counter.stats({
      id: 's',
      source: 'cli',
      model: 'm',
      title: 'T',
      startedAt: 1,
      lastActive: 2,
      archived: false,
    });
    assert.equal(stats.port_conflict, true);
    const { session_id, title, started_at, last_active, source, tool_names, model_names } = stats;
    const words = { session_id, title, started_at, last_active, source, tool_names, model_names };
    assert.deepEqual(statsOfRow(figureRowOf(stats), words), stats);
  });
});

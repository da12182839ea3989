import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readToolCalls } from '../../../../src/hermes/messages/calls/toolCalls.ts';
import type { Message } from '../../../../src/hermes/messages/message.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';

const MEGABYTE = 1024 * 1024;
const MESSAGES = 64;
/** V8 itself holds on to the last text or two, such as what a regular expression matched. */
const FEW = 8;

describe('A session whose messages call tools with a megabyte of arguments each', () => {
  it('leaves nothing of the calls in memory but the names of tools and the paths', () => {
    const collect = garbageCollector();
    const counter = newSessionCounter();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < MESSAGES; index++) counter.add(call(index));
    collect();
    const kept = process.memoryUsage().heapUsed - before;
    assert.ok(kept < FEW * MEGABYTE, `${(kept / MEGABYTE).toFixed(1)} MB were kept of ${MESSAGES}`);
    assert.equal(counter.freeze().sequence.length, MESSAGES);
  });
});

describe('Sessions whose tools have names of a megabyte', () => {
  it('leave nothing in memory when they are forgotten', () => {
    const collect = garbageCollector();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < MESSAGES; index++) {
      newSessionCounter().add({
        ...call(index),
        callNames: [`${index}${'a'.repeat(MEGABYTE)}`],
        callsJson: null,
      });
    }
    collect();
    const kept = process.memoryUsage().heapUsed - before;
    assert.ok(kept < FEW * MEGABYTE, `${(kept / MEGABYTE).toFixed(1)} MB were kept of ${MESSAGES}`);
  });
});

function call(index: number): Message {
  const name = `a_tool_of_its_own_${index}`;
  const args = JSON.stringify({
    path: `src/folder/file${index}.ts at ./folder/file${index}.ts`,
    text: 'a '.repeat(MEGABYTE / 2),
  });
  const cell = `[{"id": "call", "type": "function", "function": {"name": "${name}", "arguments": ${JSON.stringify(args)}}}]`;
  const { names, json } = readToolCalls(cell);
  return {
    id: index,
    timestamp: null,
    isResult: false,
    text: new Uint8Array(),
    toolName: '',
    callNames: names,
    dashboardNames: names,
    callsJson: json,
  };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

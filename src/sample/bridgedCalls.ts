import type { Random } from './random.ts';

/** A call of a tool, as a model asks for it. */
export interface Call {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A call in the form in which Hermes stores it. */
export interface StoredCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: unknown };
}

export const storedCall = ({ id, name, args }: Call): StoredCall => ({
  id,
  type: 'function',
  function: { name, arguments: JSON.stringify(args) },
});

/** Tools that a model is not told of until it asks: many servers and rare abilities. */
const DEFERRED =
  /^(browser_|mnemosyne_|mcp_|image_|vision_|text_to_speech|send_message|cronjob|session_search|skill)/;

export const isBridged = ({ name }: Call): boolean => DEFERRED.test(name);

/**
 * Calls that go through one `tool_call`: their names stand in its arguments, as the one name, as a list of calls, or as
 * such a list written as JSON; the arguments are JSON, or the value itself. Models and routes differ.
 */
export function bridgedCalls(id: string, calls: readonly Call[], random: Random): StoredCall {
  const inner = calls.map(({ name, args }) => ({ name, arguments: args }));
  const lists = [{ calls: inner }, { calls: inner }, { calls: JSON.stringify(inner) }];
  const bridged = random.pick(inner.length === 1 ? [...inner, ...inner, ...lists] : lists);
  const written = random.chance(0.9) ? JSON.stringify(bridged) : bridged;
  return { id, type: 'function', function: { name: 'tool_call', arguments: written } };
}

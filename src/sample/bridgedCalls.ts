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

/**
 * A call that goes through `tool_call`, for tools that the model was not told of beforehand: the name stands in the
 * arguments, as one name, as a list of calls, or as such a list written as JSON; models differ.
 */
export function bridgedCall({ id, name, args }: Call, random: Random): StoredCall {
  const inner = { name, arguments: args };
  const shapes = [inner, { calls: [inner] }, { calls: JSON.stringify([inner]) }];
  const bridged = random.pick(shapes);
  return { id, type: 'function', function: { name: 'tool_call', arguments: JSON.stringify(bridged) } };
}

import { isCallExpression, isIdentifier } from 'typescript/unstable/ast/is';
import type { Type } from 'typescript/unstable/sync';
import { nodesOf, type SourceProgram } from './program.ts';

/** Every code of which the source makes a problem: the literal types of what `problem` is called with, one or many. */
export function problemCodes({ checker, files }: SourceProgram): ReadonlySet<string> {
  const calls = files
    .flatMap((file) => [...nodesOf(file)])
    .filter(isCallExpression)
    .filter(({ expression }) => isIdentifier(expression) && expression.text === 'problem');
  // All at once: the compiler is another process.
  const types = checker.getTypeAtLocation(calls.map((call) => call.arguments[0]!));
  return new Set(types.flatMap((type) => (type ? literalsOf(type) : [])));
}

function literalsOf(type: Type): string[] {
  const parts = type.isUnionType() ? type.getTypes() : [type];
  return parts.flatMap((part) => (part.isStringLiteralType() ? [part.value] : []));
}

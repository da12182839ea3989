import type { CallExpression, Expression, Node, SourceFile } from 'typescript/unstable/ast';
import {
  isArrowFunction,
  isCallExpression,
  isIdentifier,
  isTaggedTemplateExpression,
} from 'typescript/unstable/ast/is';
import type { Checker, Type } from 'typescript/unstable/sync';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { METRIC_WORDS } from '../../../src/badges/catalogue/metricLabels.ts';
import { BADGE_TEXTS } from '../../../src/badges/catalogue/texts.ts';
import { SECRET_TEXT } from '../../../src/badges/secrets/text.ts';
import { nodesOf, type SourceProgram } from './program.ts';

/** What the source asks the translations for. */
export interface SourceMessages {
  /** Every message that may be asked for. */
  readonly messages: ReadonlySet<string>;
  /** Where a message is asked for that can be told neither from its type nor from a table: none, hopefully. */
  readonly unknown: readonly string[];
}

const TEXTS = [SECRET_TEXT, ...CATALOGUE.map((badge) => BADGE_TEXTS[badge.id])];
const WORDS = Object.values(METRIC_WORDS);

/** What an expression whose type is no more than `string` may hold, by the name of the property or function asked. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  description: TEXTS.map((text) => text.description),
  criteria: TEXTS.map((text) => text.criteria),
  metricLabel: WORDS.map(([label]) => label),
  metricPhrase: WORDS.flatMap(([, one, other]) => [one, other]),
};

/**
 * Finds every call of a translator, which is told by its type: the `t` of one of VS Code's two l10n libraries, or any
 * value of our type `Translate`. What such a call may ask for is the literal type of its first argument, one or many.
 */
export function sourceMessages({ checker, files, where }: SourceProgram): SourceMessages {
  const messages = new Set<string>();
  const unknown: string[] = [];
  for (const call of files.flatMap((file) => translations(checker, file))) {
    const asked = isCallExpression(call) ? askedFor(checker, call) : undefined;
    if (asked === undefined) unknown.push(where(call));
    else for (const message of asked) messages.add(message);
  }
  return { messages, unknown };
}

/** The calls of a translator in a file; a tagged template is one too. */
function translations(checker: Checker, file: SourceFile): Node[] {
  const calls = [...nodesOf(file)].filter(
    (node) => isCallExpression(node) || isTaggedTemplateExpression(node),
  );
  // All at once: the compiler is another process.
  const types = checker.getTypeAtLocation(
    calls.map((node) => (isCallExpression(node) ? node.expression : node.tag)),
  );
  return calls.filter((_, index) => isTranslator(types[index]));
}

function isTranslator(type: Type | undefined): boolean {
  if (type?.getAliasSymbol()?.name === 'Translate') return true;
  const symbol = type?.getSymbol();
  return (
    symbol?.name === 't' &&
    symbol.declarations.some(({ path }) => /node_modules\/@(vscode\/l10n|types\/vscode)\//.test(path))
  );
}

function askedFor(checker: Checker, call: CallExpression): readonly string[] | undefined {
  const message = call.arguments[0]!;
  const type = checker.getTypeAtLocation(message);
  const literals = type && literalsOf(type);
  if (literals) return literals;
  if (isForwarded(checker, call, message)) return [];
  const name = nameOf(checker, message);
  return name !== undefined && Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
}

function literalsOf(type: Type): string[] | undefined {
  const parts = type.isUnionType() ? type.getTypes() : [type];
  const values = parts.map((part) => (part.isStringLiteralType() ? part.value : undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** A function that only hands its own message on is a translator itself: what it is asked for is found at its calls. */
function isForwarded(checker: Checker, call: CallExpression, message: Expression): boolean {
  const outer = enclosingArrow(call);
  if (!outer || !isIdentifier(message)) return false;
  const [parameter] = outer.parameters;
  if (
    !parameter ||
    checker.getSymbolAtLocation(parameter.name)?.id !== checker.getSymbolAtLocation(message)?.id
  )
    return false;
  const expected = checker.getContextualType(outer);
  return expected?.getAliasSymbol()?.name === 'Translate';
}

function enclosingArrow(node: Node) {
  let outer: Node | undefined = node.parent;
  while (outer && !isArrowFunction(outer)) outer = outer.parent;
  return outer;
}

function nameOf(checker: Checker, expression: Expression): string | undefined {
  const named = isCallExpression(expression) ? expression.expression : expression;
  return checker.getSymbolAtLocation(named)?.name;
}

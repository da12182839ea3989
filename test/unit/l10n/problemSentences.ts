import type { Expression, Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { nodesOf, type SourceProgram } from './program.ts';

const LAYERS = /\/src\/(hermes|archive|scanning|files)\//;

/** What the layers that know no language say to people, values replaced by `{0}`, `{1}`. */
export interface ProblemSentences {
  /** Every text that stands in them. */
  readonly texts: ReadonlySet<string>;
  /** Those that surely reach people: of database errors, and notices. */
  readonly told: readonly string[];
}

export function problemSentences({ files }: SourceProgram): ProblemSentences {
  const nodes = files.filter(({ fileName }) => LAYERS.test(fileName)).flatMap((file) => [...nodesOf(file)]);
  return {
    texts: new Set(nodes.map(sentenceOf).filter((text) => text !== undefined)),
    told: nodes
      .map(toldBy)
      .map((message) => message && sentenceOf(message))
      .filter((text) => text !== undefined),
  };
}

/** The expression with the words, where a node tells some. */
function toldBy(node: Node): Expression | undefined {
  if (isNewExpression(node) && isIdentifier(node.expression)) {
    return node.expression.text === 'HermesDatabaseError' ? node.arguments?.[1] : undefined;
  }
  const isNotice =
    isCallExpression(node) &&
    isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'notice';
  return isNotice ? node.arguments[0] : undefined;
}

function sentenceOf(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!isTemplateExpression(node)) return undefined;
  const rest = node.templateSpans.map((span, index) => `{${index}}${span.literal.text}`);
  return [node.head.text, ...rest].join('');
}

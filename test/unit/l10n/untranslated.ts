import type { Node, TemplateLiteral } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { nodesOf, type SourceProgram } from './program.ts';

const MARKUP_TAGS = new Set(['html', 'svg']);
const SHOWN_ATTRIBUTE = /\s(?:aria-\w+|title|label|placeholder|alt)="[^"\0]*\p{L}{2}[^"\0]*\s[^"\0]*"/u;
const SHOWN_PROPERTIES = new Set([
  'title',
  'label',
  'description',
  'detail',
  'placeHolder',
  'prompt',
  'message',
]);
const MESSAGE_CALL = /\bwindow\.show\w+Message$/;

/** A stand-in for a value in a template. */
const VALUE = '\0';

/**
 * Words that are shown as they stand in the source, without asking for a translation: text and labels in the markup of
 * components, messages and fields given to VS Code.
 */
export function untranslatedWords({ files, where }: SourceProgram): string[] {
  return files.flatMap((file) => {
    const nodes = [...nodesOf(file)];
    const talksToVsCode = /\bfrom 'vscode'/.test(file.text);
    return nodes
      .filter((node) => hasBareMarkup(node) || (talksToVsCode && isBareMessage(node)))
      .map((node) => where(node));
  });
}

function hasBareMarkup(node: Node): boolean {
  if (!isTaggedTemplateExpression(node) || !MARKUP_TAGS.has(node.tag.getText())) return false;
  const markup = withoutValues(node.template);
  return /\p{L}{2}/u.test(markup.replace(/<[^>]*>/g, ' ')) || SHOWN_ATTRIBUTE.test(markup);
}

/** The text between the tags may be cut off at a template's edge, so a tag may begin or end there. */
function withoutValues(template: TemplateLiteral): string {
  if (!isTemplateExpression(template)) return template.text;
  const rest = template.templateSpans.map((span) => span.literal.text);
  return [template.head.text, ...rest].join(VALUE);
}

function isBareMessage(node: Node): boolean {
  if (isCallExpression(node)) {
    const [message] = node.arguments;
    return MESSAGE_CALL.test(node.expression.getText()) && message !== undefined && isPhrase(message);
  }
  return (
    isPropertyAssignment(node) && SHOWN_PROPERTIES.has(node.name.getText()) && isPhrase(node.initializer)
  );
}

/** Two words at least: a single one is a name. */
function isPhrase(node: Node): boolean {
  const text =
    isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)
      ? node.text
      : isTemplateExpression(node)
        ? withoutValues(node)
        : '';
  return /\p{L}\s+\p{L}/u.test(text);
}

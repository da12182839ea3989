import { collapseText, trimText } from '../whiteSpace.ts';

// Hermes' own words around a skill's text, where a user has invoked one by its command.
export const SCAFFOLD = '[IMPORTANT: The user has invoked the ';
const BUNDLE = ' skill bundle,';
const LOADED = 'The full skill content is loaded below.]';
const INSTRUCTION = 'The user has provided the following instruction alongside the skill invocation: ';

/** Longer ones are read from both ends only. */
const WHOLE_CODE_POINTS = 800;
const END_CODE_POINTS = 400;
/** Stands for the middle that is not read. */
const CUT = '\x1e';

/** A scaffold without its middle, where it is long. */
export function withoutMiddle(text: string): string {
  if (text.length <= WHOLE_CODE_POINTS) return text;
  const points = Array.from(text);
  if (points.length <= WHOLE_CODE_POINTS) return text;
  return points.slice(0, END_CODE_POINTS).join('') + CUT + points.slice(-END_CODE_POINTS).join('');
}

/** What the user typed: the command and what was said with it; the text itself where neither can be told. */
export function readScaffold(text: string): string {
  const name = commandIn(text);
  const instruction = instructionIn(text);
  if (name !== '' && instruction !== '') return `${name} — ${instruction}`;
  return name || instruction || upToCut(text);
}

function commandIn(text: string): string {
  const [, quoted] = /^"([^"]*)"/.exec(text.slice(SCAFFOLD.length)) ?? [];
  const name = trimText(quoted ?? '');
  return name === '' || name.startsWith('/') ? name : `/${name}`;
}

function instructionIn(text: string): string {
  const at = text.lastIndexOf(INSTRUCTION);
  if (at < 0 || text.includes(BUNDLE) || !text.includes(LOADED)) return '';
  return collapseText(upToCut(text.slice(at + INSTRUCTION.length)));
}

function upToCut(text: string): string {
  const at = text.indexOf(CUT);
  return at < 0 ? text : text.slice(0, at);
}

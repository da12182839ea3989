import * as v from 'valibot';

/** What a model may ask; also named in package.json, in the tool's input schema. */
export const QUESTIONS = ['summary', 'unlocked', 'nearest', 'badge'] as const;

/** How many badges a list may hold. */
export const LIMIT = { least: 1, usual: 10, most: 60 } as const;

const LONGEST_NAME = 200;

const QuestionSchema = v.variant('question', [
  v.object({ question: v.literal('summary') }),
  v.object({ question: v.picklist(['unlocked', 'nearest']), limit: limit() }),
  v.object({
    question: v.literal('badge'),
    badge: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME)),
  }),
]);

export type Question = v.InferOutput<typeof QuestionSchema>;

/** The input does not fit the schema; the message tells a model how to ask again. */
export class UnusableQuestion extends Error {
  override readonly name = 'UnusableQuestion';
}

/**
 * What a model sent, as a question.
 * @throws UnusableQuestion
 */
export function parseQuestion(input: unknown): Question {
  const parsed = v.safeParse(QuestionSchema, input);
  if (parsed.success) return parsed.output;
  throw new UnusableQuestion(
    `Ask with "question" set to one of ${QUESTIONS.join(', ')}. ` +
      `"badge" needs the key "badge" with a badge's name; ` +
      `"unlocked" and "nearest" take a whole "limit" from ${LIMIT.least} to ${LIMIT.most}.`,
  );
}

function limit() {
  const range = v.pipe(v.number(), v.integer(), v.minValue(LIMIT.least), v.maxValue(LIMIT.most));
  return v.optional(range, LIMIT.usual);
}

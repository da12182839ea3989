import type { Problem } from '../../../words/problem.ts';
import type { Transcript } from '../document.ts';

/** What the worker answers to the question it was started with; one answer, then it ends. */
export type TranscriptReply =
  | { readonly type: 'transcript'; readonly transcript: Transcript }
  | { readonly type: 'no-session' }
  /** Without contents of the history. */
  | { readonly type: 'failed'; readonly problem: Problem };

import { transcriptWords } from '../../../../src/surfaces/transcript/words.ts';

/** The words as an English editor has them. */
export const ENGLISH = transcriptWords((message) => message, 'en');

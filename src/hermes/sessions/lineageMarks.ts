import { parseJson } from '../json/parse.ts';

/** The sessions that a session's `model_config` names. A mark counts only where it names the session's own parent. */
export interface LineageMarks {
  readonly delegateFrom: string | null;
  readonly branchedFrom: string | null;
  readonly resetFrom: string | null;
}

/** Null where the text is no JSON object, or names none. @param config a cell of `model_config` */
export function lineageMarks(config: string | null): LineageMarks | null {
  if (!config) return null;
  const value = parseJson(config);
  if (!(value instanceof Map)) return null;
  const named = (key: string): string | null => {
    const id = value.get(key);
    return typeof id === 'string' ? id : null;
  };
  const marks = {
    delegateFrom: named('_delegate_from'),
    branchedFrom: named('_branched_from'),
    resetFrom: named('_reset_from'),
  };
  return marks.delegateFrom === null && marks.branchedFrom === null && marks.resetFrom === null
    ? null
    : marks;
}

import { MODEL_PROVIDERS } from '../vocabulary.ts';

const ALIAS = new Map<string, string>(Object.entries(MODEL_PROVIDERS.alias));

/** Names are few, and every session has one; who made up more of them, or longer ones, is no person. */
const REMEMBERED_NAMES = 1_000;
const REMEMBERED_LENGTH = 200;

/**
 * Whose model a name speaks of, lower-cased; undefined for an empty name, for `none` and where nothing stands before its
 * mark, as in `/x` (metrics.md, Aggregate).
 */
export const providerOf = remembered(findProvider);

/** True if the model runs on the user's own machine. */
export const isLocalModel = remembered(findLocalMarker);

function remembered<Answer>(answer: (modelName: string) => Answer): (modelName: string) => Answer {
  const known = new Map<string, Answer>();
  return (modelName) => {
    const before = known.get(modelName);
    if (before !== undefined) return before;
    const found = answer(modelName);
    if (known.size >= REMEMBERED_NAMES) known.clear();
    if (modelName.length <= REMEMBERED_LENGTH) known.set(modelName, found);
    return found;
  };
}

function findProvider(modelName: string): string | undefined {
  const name = modelName.trim().toLowerCase();
  if (name === '' || name === 'none') return undefined;
  const slash = name.indexOf('/');
  if (slash >= 0) return name.slice(0, slash) || undefined;
  const marker = MODEL_PROVIDERS.markersInOrder.find((candidate) => name.includes(candidate));
  if (marker !== undefined) return ALIAS.get(marker) ?? marker;
  return name.split(':', 1)[0]!.split('-', 1)[0] || undefined;
}

function findLocalMarker(modelName: string): boolean {
  const name = modelName.toLowerCase();
  return MODEL_PROVIDERS.localMarkers.some((marker) => name.includes(marker));
}

/** True if the name counts as a model of its own. */
export function isDistinctModel(modelName: string): boolean {
  return modelName !== '' && modelName !== 'None';
}

/** The scheme of transcripts, read-only documents made from a session's messages. Also named in package.json. */
export const TRANSCRIPT_SCHEME = 'hermes-transcript';

/** What a transcript's address names: a session of the history shown, and the badge whose words are highlighted. */
export interface TranscriptAddress {
  readonly session: string;
  readonly badge: string | null;
}

/** The parts of a URI that are ours; `vscode.Uri` has them too. */
export interface UriParts {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

const LONGEST_SLUG = 60;
const LONGEST_ID = 1000;

/**
 * The address of a transcript. Its path is only a name for the tab, made of letters, digits and hyphens; it never
 * names a file, and nothing but the query is read back.
 */
export function transcriptUri({ session, badge }: TranscriptAddress, title: string): UriParts {
  const query = new URLSearchParams({ session, ...(badge === null ? {} : { badge }) });
  return { scheme: TRANSCRIPT_SCHEME, path: `/${slug(title) || 'session'}.md`, query: query.toString() };
}

/** What an address names; undefined for one that is not a transcript's. */
export function parseTranscriptUri({ scheme, path, query }: UriParts): TranscriptAddress | undefined {
  if (scheme !== TRANSCRIPT_SCHEME || !/^\/[\p{L}\p{N}-]+\.md$/u.test(path)) return undefined;
  const parameters = new URLSearchParams(query);
  const session = parameters.get('session');
  if (!session || session.length > LONGEST_ID) return undefined;
  return { session, badge: parameters.get('badge') };
}

function slug(title: string): string {
  return title
    .slice(0, LONGEST_SLUG * 4)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_SLUG)
    .toWellFormed()
    .replace(/^-+|[-\ufffd]+$/g, '');
}

/** What a session is to its parent (counting.md, lineage.md); `orphan`: the parent is neither there nor remembered. */
export type SessionKind = 'root' | 'orphan' | 'delegate' | 'branch' | 'continuation' | 'reset';

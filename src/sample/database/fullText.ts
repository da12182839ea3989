/**
 * Hermes' full-text indexes: words over all messages, and triples of letters over what people and models said. Both
 * keep no text of their own but look it up in the history.
 */
const TABLES = `
CREATE VIRTUAL TABLE messages_fts USING fts5(
    content,
    tool_name,
    tool_calls,
    content='messages',
    content_rowid='id'
);
CREATE VIEW messages_fts_trigram_src AS
    SELECT id, role, content, tool_name FROM messages WHERE role <> 'tool';
CREATE VIRTUAL TABLE messages_fts_trigram USING fts5(
    content,
    tool_name,
    content='messages_fts_trigram_src',
    content_rowid='id',
    tokenize='trigram'
);
INSERT OR REPLACE INTO state_meta VALUES ('fts_storage_version', '1');
`;

interface Index {
  readonly table: string;
  readonly columns: readonly string[];
  /** Which messages are in it, as a condition on the row `new` or `old`. */
  readonly holds: (row: 'new' | 'old') => string;
}

const INDEXES: readonly Index[] = [
  { table: 'messages_fts', columns: ['content', 'tool_name', 'tool_calls'], holds: () => '1' },
  {
    table: 'messages_fts_trigram',
    columns: ['content', 'tool_name'],
    holds: (row) => `${row}.role <> 'tool'`,
  },
];

/** What keeps an index up to date while Hermes works. */
function triggers({ table, columns, holds }: Index): string {
  const of = (row: 'new' | 'old') => columns.map((column) => `${row}.${column}`).join(', ');
  const add = `INSERT INTO ${table}(rowid, ${columns.join(', ')}) VALUES (new.id, ${of('new')});`;
  // An index without texts of its own must be told what the row held.
  const remove = `INSERT INTO ${table}(${table}, rowid, ${columns.join(', ')}) VALUES ('delete', old.id, ${of('old')});`;
  const changed = columns.join(', ');
  return `
CREATE TRIGGER ${table}_insert AFTER INSERT ON messages WHEN ${holds('new')} BEGIN ${add} END;
CREATE TRIGGER ${table}_delete AFTER DELETE ON messages WHEN ${holds('old')} BEGIN ${remove} END;
CREATE TRIGGER ${table}_update AFTER UPDATE OF ${changed} ON messages WHEN ${holds('old')} BEGIN ${remove} ${add} END;
`;
}

/** Makes the indexes, over whatever messages are there, and the triggers that keep them. */
export const FULL_TEXT = [
  TABLES,
  ...INDEXES.map(({ table }) => `INSERT INTO ${table}(${table}) VALUES ('rebuild');`),
  ...INDEXES.map(triggers),
].join('\n');

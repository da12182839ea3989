import type { WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';

/** Changes everything or nothing. @throws what `change` throws, or SQLite's error */
export function inTransaction<T>(archive: WritableConnection, change: (archive: WritableConnection) => T): T {
  archive.exec('BEGIN IMMEDIATE');
  try {
    const result = change(archive);
    archive.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      archive.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself.
    }
    throw error;
  }
}

/** Any text, also one that SQLite could not give back as it was: such an id is kept as JSON. */
export function storedId(id: string): string {
  return !id.isWellFormed() || id.includes('\0') || id.startsWith('"') ? JSON.stringify(id) : id;
}

export function idFrom(stored: string): string | undefined {
  if (!stored.startsWith('"')) return stored;
  try {
    return String(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { systemReason } from '../../../src/hermes/systemReason.ts';
import { inEnglish } from '../../../src/words/problem.ts';

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

function reasonFor(error: unknown): string | undefined {
  const reason = systemReason(error);
  return reason && inEnglish(reason);
}

describe('why a file was refused', () => {
  it('is said in words for what the system tells', () => {
    assert.equal(reasonFor(errorOf(() => readFileSync('/'))), 'it is a directory; move it away');
    assert.equal(
      reasonFor(errorOf(() => readFileSync(`${process.execPath}/x`))),
      'a part of its path is a file, not a directory; check the path',
    );
    assert.equal(reasonFor({ code: 'EACCES' }), 'permission was denied; give this user the right to it');
    assert.equal(reasonFor({ code: 'EIO' }), 'the disk or device reports an error; check it');
  });

  it('is said in words for what SQLite tells, whichever library asks', () => {
    const failed = errorOf(() => new DatabaseSync('/none/such/file'));
    assert.match(String(failed), /unable to open database file/);
    assert.equal(
      reasonFor(failed),
      'it or its directory may not be opened; give this user the right to both',
    );
    assert.equal(
      reasonFor({ code: 'SQLITE_CANTOPEN' }),
      'it or its directory may not be opened; give this user the right to both',
    );
    assert.equal(reasonFor({ code: 'SQLITE_IOERR_READ' }), 'the disk or device reports an error; check it');
  });

  it('is left open for what is not known', () => {
    for (const error of [new Error('x'), { code: 'EWHAT' }, { code: 5 }, null, undefined])
      assert.equal(systemReason(error), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isPrintedByPython } from '../../../../src/hermes/json/alreadyPrinted.ts';
import { parseJson } from '../../../../src/hermes/json/parse.ts';
import { printPython } from '../../../../src/hermes/json/print.ts';
import { pythonJson } from '../../../../src/hermes/json/reprint.ts';

function printsAs(given: string, printed: string): void {
  assert.equal(pythonJson(given), printed);
}

describe('JSON printed in the manner of Python', () => {
  it('puts a space after each comma and colon, and nowhere else', () => {
    printsAs(' [1,2 ,\n{"a":[ ],"b" :{ }}] ', '[1, 2, {"a": [], "b": {}}]');
  });

  it('leaves text alone that Python printed', () => {
    const printed =
      '[{"name": "terminal", "arguments": "{\\"cmd\\": \\"ls\\\\n\\"}", "n": -12, "x": [true, false, null]}]';
    printsAs(printed, printed);
  });

  it('escapes every code unit beyond ASCII in lower case, surrogates in pairs', () => {
    printsAs('["é日😀"]', '["\\u00e9\\u65e5\\ud83d\\ude00"]');
    printsAs('["\\u00E9\\uD83D\\uDE00"]', '["\\u00e9\\ud83d\\ude00"]');
  });

  it('escapes DEL and control characters, but neither slash nor anything printable', () => {
    printsAs('["\x7f\\u001F\\u0041\\/~"]', '["\\u007f\\u001fA/~"]');
    printsAs('["\\u0008\\u000c\\u000a\\u000d\\u0009\\u0022\\u005c"]', '["\\b\\f\\n\\r\\t\\"\\\\"]');
  });

  it('keeps lone surrogates', () => {
    printsAs('["\\uD800","\\udc00x"]', '["\\ud800", "\\udc00x"]');
  });

  it('keeps integers of any size', () => {
    printsAs(
      '[9007199254740993,-123456789012345678901234567890]',
      '[9007199254740993, -123456789012345678901234567890]',
    );
    printsAs('[-0]', '[0]');
  });

  it('prints floats as Python does', () => {
    const floats: [string, string][] = [
      ['1.0', '1.0'],
      ['1e5', '100000.0'],
      ['-0.0', '-0.0'],
      ['0e0', '0.0'],
      ['1e15', '1000000000000000.0'],
      ['1e16', '1e+16'],
      ['1e22', '1e+22'],
      ['1.5e300', '1.5e+300'],
      ['0.0001', '0.0001'],
      ['0.00001', '1e-05'],
      ['2.5e-7', '2.5e-07'],
      ['5e-324', '5e-324'],
      ['0.1', '0.1'],
      ['0.30000000000000004', '0.30000000000000004'],
      ['1e400', 'Infinity'],
    ];
    for (const [given, printed] of floats) printsAs(given, printed);
  });

  it('takes what only Python takes for JSON', () => {
    printsAs('[NaN,Infinity,-Infinity]', '[NaN, Infinity, -Infinity]');
  });

  it('keeps the last value of a repeated key, at its first place', () => {
    printsAs('{"a": 1, "b": 2, "a": 3}', '{"a": 3, "b": 2}');
    printsAs('{"a": 1, "\\u0061": 2}', '{"a": 2}');
  });

  it('keeps keys in order even where they look like integers', () => {
    printsAs('{"2":1,"1":2,"__proto__":3}', '{"2": 1, "1": 2, "__proto__": 3}');
  });

  it('has nothing for text that does not parse', () => {
    const broken = [
      '',
      ' ',
      '[',
      '[1,]',
      '{"a":1,}',
      "['a']",
      '[01]',
      '[1.]',
      '[+1]',
      '["\n"]',
      '["\\x"]',
      '["\\u12"]',
    ];
    for (const text of [
      ...broken,
      '"a',
      '"\\',
      '{"a"}',
      '{1:2}',
      '[1 2]',
      '[]]',
      'nul',
      '\ufeff[]',
      `[${'1'.repeat(4301)}]`,
    ]) {
      assert.equal(pythonJson(text), undefined, JSON.stringify(text));
    }
  });

  it('takes nesting of any depth', () => {
    const depth = 200_000;
    const lists = '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(pythonJson(lists) === lists);
    const objects = `${'{"a":'.repeat(depth)}1.5${'}'.repeat(depth)}`;
    assert.ok(pythonJson(objects) === objects.replaceAll(':', ': '));
    assert.equal(pythonJson('['.repeat(depth)), undefined);
  });

  it('agrees, printed text or not, with reading and printing', () => {
    const text = fc.json({ depthSize: 'medium' }).map((json) => json.replaceAll(':', ': '));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.json(),
          text.map((json) => pythonJson(json) ?? ''),
        ),
        (json) => {
          const value = parseJson(json);
          if (isPrintedByPython(json))
            assert.equal(value === undefined ? undefined : printPython(value), json);
          assert.deepEqual(JSON.parse(pythonJson(json) ?? ''), JSON.parse(json));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is what Python printed, once printed', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (json) => {
        const once = pythonJson(json) ?? '';
        assert.match(once, /^[ -~]*$/);
        assert.equal(pythonJson(once), once);
      }),
    );
  });
});

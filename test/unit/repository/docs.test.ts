import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const fileOf = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const rooms = readdirSync(fileOf('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
/** A file or a folder of the sources, with or without `src/` and its ending. */
const SOURCE = new RegExp(
  `\`(?:src/)?((?:${rooms.map(({ name }) => name).join('|')})/[\\w/]+)(\\.ts)?/?\``,
  'g',
);

describe('the documents', () => {
  for (const name of ['architecture', 'performance', 'performance-tried', 'api', 'testing', 'usage'])
    it(`docs/${name}.md names sources that are there`, () => {
      const named = [...readFileSync(fileOf(`docs/${name}.md`), 'utf8').matchAll(SOURCE)].map(
        ([, path]) => path!,
      );
      assert.deepEqual(
        named.filter((path) => !existsSync(fileOf(`src/${path}.ts`)) && !existsSync(fileOf(`src/${path}`))),
        [],
      );
    });
});

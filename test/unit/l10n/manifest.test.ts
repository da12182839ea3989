import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const ROOT = new URL('../../../', import.meta.url);

const manifestText = read('package.json');
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const languages = readdirSync(ROOT).flatMap((name) => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? []);

/** Fields of contributions whose value people read. */
const SHOWN = /"(title|description|\w+Description|displayName|altText|category)"/;
/** Read by people but a name, and read by models, which are spoken to in English. */
const NOT_TRANSLATED = /: "Hermes Achievements"|"modelDescription"|"inputSchema"/;

function read(name: string): string {
  return readFileSync(new URL(name, ROOT), 'utf8');
}

describe('the texts of package.json', () => {
  it('are all there in English', () => {
    const wanted = [...manifestText.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(
      wanted.filter((key) => !english[key]?.trim()),
      [],
    );
  });

  it('are all used', () => {
    assert.deepEqual(
      Object.keys(english).filter((key) => !manifestText.includes(`"%${key}%"`)),
      [],
    );
  });

  it('are nowhere written into it, where they could not be translated', () => {
    const { contributes } = JSON.parse(manifestText);
    const tools = contributes.languageModelTools.map(
      ({ inputSchema, ...tool }: { inputSchema: object }) => tool,
    );
    const lines = JSON.stringify({ ...contributes, languageModelTools: tools }, null, 1).split('\n');
    assert.deepEqual(
      lines.filter(
        (line) =>
          SHOWN.test(line) && !line.includes('"%') && !/[[{]$/.test(line) && !NOT_TRANSLATED.test(line),
      ),
      [],
    );
  });

  it('are translated into every language that the surfaces speak', () => {
    assert.deepEqual(
      languages.filter((language) => !existsSync(new URL(`l10n/bundle.l10n.${language}.json`, ROOT))),
      [],
    );
    assert.deepEqual(languages, ['zh-cn']);
  });
});

for (const language of languages) {
  const translated: Record<string, string> = JSON.parse(read(`package.nls.${language}.json`));

  describe(`the texts of package.json in ${language}`, () => {
    it('are the same ones as in English, in the same order', () => {
      assert.deepEqual(Object.keys(translated), Object.keys(english));
    });

    it('lead to the same places and quote the same names', () => {
      const differing = Object.keys(english).filter(
        (key) => kept(english[key]!) !== kept(translated[key] ?? ''),
      );
      assert.deepEqual(differing, []);
    });
  });
}

/** What a translation must not change: links and quoted code. */
function kept(text: string): string {
  return (text.match(/\]\([^)]*\)|`[^`]*`/g) ?? []).join('\n');
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { PROBLEMS } from '../../../src/words/problems.ts';
import { problemCodes } from './problemCodes.ts';
import { withSource } from './program.ts';
import { type SourceMessages, sourceMessages } from './sourceMessages.ts';
import { untranslatedWords } from './untranslated.ts';

const FOLDER = new URL('../../../l10n/', import.meta.url);
const BUNDLE_NAME = /^bundle\.l10n\.(.+)\.json$/;

const PRODUCT_NAME = 'Hermes Achievements';

/** How a language's words are told from English ones. */
const SCRIPTS: Readonly<Record<string, RegExp>> = { 'zh-cn': /\p{Script=Han}/u };

let source: SourceMessages;
let untranslated: string[];
let told: ReadonlySet<string>;

before(() => {
  withSource((program) => {
    source = sourceMessages(program);
    untranslated = untranslatedWords(program);
    told = problemCodes(program);
  });
});

describe('the words of the source', () => {
  it('are all found, whatever expression asks for their translation', () => {
    assert.deepEqual(source.unknown, []);
  });

  it('are found in every layer that has any', () => {
    const samples = ['{0} of {1} unlocked', 'Copper', 'Sessions', 'Rescan', 'Scan status'];
    assert.deepEqual(
      samples.filter((message) => !source.messages.has(message)),
      [],
    );
  });

  it('are nowhere shown without asking for a translation', () => {
    assert.deepEqual(untranslated, []);
  });
});

describe('the problems that people are told of', () => {
  it('are all translated', () => {
    assert.deepEqual(
      Object.values(PROBLEMS).filter((sentence) => !source.messages.has(sentence)),
      [],
    );
  });

  it('all come from somewhere', () => {
    assert.deepEqual(
      Object.keys(PROBLEMS).filter((code) => !told.has(code)),
      [],
    );
  });
});

describe('the folder of translations', () => {
  it('holds Simplified Chinese, and nothing that VS Code does not read', () => {
    const languages = readdirSync(FOLDER).map((name) => BUNDLE_NAME.exec(name)?.[1] ?? name);
    assert.deepEqual(languages, ['zh-cn']);
  });
});

for (const language of Object.keys(SCRIPTS)) {
  const bundle: Record<string, string> = JSON.parse(
    readFileSync(new URL(`bundle.l10n.${language}.json`, FOLDER), 'utf8'),
  );

  describe(`the translations into ${language}`, () => {
    it('exist for every message', () => {
      assert.deepEqual(
        [...source.messages].filter((message) => !bundle[message]?.trim()),
        [],
      );
    });

    it('exist for no message that is asked for no more', () => {
      assert.deepEqual(
        Object.keys(bundle).filter((message) => !source.messages.has(message)),
        [],
      );
    });

    it('keep every placeholder and add none', () => {
      const changed = Object.entries(bundle).filter(
        ([message, translation]) => placeholders(message).join() !== placeholders(translation).join(),
      );
      assert.deepEqual(changed, []);
    });

    it('are written in the language', () => {
      const foreign = Object.entries(bundle).filter(
        ([, translation]) => isWords(translation) && !SCRIPTS[language]!.test(translation),
      );
      assert.deepEqual(foreign, []);
    });

    it('leave the names of badges as they are', () => {
      assert.deepEqual(
        CATALOGUE.filter(({ name }) => Object.hasOwn(bundle, name)),
        [],
      );
    });

    it('leave the name of the product as it is', () => {
      const renamed = Object.entries(bundle).filter(
        ([message, translation]) => message.includes(PRODUCT_NAME) && !translation.includes(PRODUCT_NAME),
      );
      assert.deepEqual(renamed, []);
    });
  });
}

function placeholders(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

/** More than placeholders, signs and the product's name. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(PRODUCT_NAME, '').replace(/\{\d+\}/g, ''));
}

describe('the Chinese words', () => {
  const texts = ['l10n/bundle.l10n.zh-cn.json', 'package.nls.zh-cn.json'].flatMap((name) =>
    Object.values<string>(JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'))),
  );

  it('call a transcript by one word', () => {
    assert.deepEqual(
      texts.filter((text) => text.includes('对话记录')),
      [],
    );
  });

  it('have full-width marks beside their own characters', () => {
    assert.deepEqual(
      texts.filter((text) => /\p{Script=Han}[:;,!?]|[:;,!?]\p{Script=Han}/u.test(text)),
      [],
    );
  });

  it('have no blank between them, nor beside a full-width mark', () => {
    const stray =
      /[\p{Script=Han}，。；：？！（）“”、] [\p{Script=Han}，。；：？！（）“”、]|[，。；：？！（）、] | [，。；：？！（）、]/u;
    assert.deepEqual(
      texts.filter((text) => stray.test(text)),
      [],
    );
  });
});

import * as vscode from 'vscode';
import type { Translate } from '../words/translate.ts';

/** Translates into the language of the editor, for parts that are told how to. */
export const translate: Translate = (message, ...values) => vscode.l10n.t(message, ...values);

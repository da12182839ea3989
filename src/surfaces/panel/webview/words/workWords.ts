import { t } from '@vscode/l10n';
import type { Measure } from '../../protocol/viewState.ts';
import { figure } from './formats.ts';

/** What happened in a time. */
interface Work {
  readonly sessions: number;
  readonly messages: number;
  readonly tool_calls: number;
}

export function sessionsWords(count: number): string {
  return count === 1 ? t('1 session') : t('{0} sessions', figure(count));
}

export function messagesWords(count: number): string {
  return count === 1 ? t('1 message') : t('{0} messages', figure(count));
}

export function toolCallsWords(count: number): string {
  return count === 1 ? t('1 tool call') : t('{0} tool calls', figure(count));
}

export function daysWords(count: number): string {
  return count === 1 ? t('1 day') : t('{0} days', figure(count));
}

/** "3 sessions, 120 messages, 41 tool calls"; "nothing" of an idle time. */
export function workWords(work: Work | undefined): string {
  if (!work || work.sessions + work.messages + work.tool_calls === 0) return t('nothing');
  const { sessions, messages, tool_calls } = work;
  return t('{0}, {1}, {2}', sessionsWords(sessions), messagesWords(messages), toolCallsWords(tool_calls));
}

export function measureName(measure: Measure): string {
  switch (measure) {
    case 'sessions':
      return t('Sessions');
    case 'messages':
      return t('Messages');
    case 'tool_calls':
      return t('Tool calls');
  }
}

export function measureWords(measure: Measure, count: number): string {
  switch (measure) {
    case 'sessions':
      return sessionsWords(count);
    case 'messages':
      return messagesWords(count);
    case 'tool_calls':
      return toolCallsWords(count);
  }
}

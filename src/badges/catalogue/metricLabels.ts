import type { BadgeMetric } from './catalogue.ts';

/**
 * The words for a metric: what stands before a figure ("Terminal calls: 812"), and the phrases for one and for any
 * other number, with the figure in place of `{0}`. Languages without plurals translate both phrases alike.
 */
export type MetricWords = readonly [label: string, one: string, other: string];

// biome-ignore format: a table, one metric a line
export const METRIC_WORDS: Readonly<Record<BadgeMetric, MetricWords>> = {
  max_tool_calls_in_session: ['Most tool calls in one session', '{0} tool call in one session', '{0} tool calls in one session'],
  total_tool_calls: ['Tool calls', '{0} tool call', '{0} tool calls'],
  max_distinct_tools_in_session: ['Most different tools in one session', '{0} different tool in one session', '{0} different tools in one session'],
  max_terminal_calls_in_session: ['Most terminal calls in one session', '{0} terminal call in one session', '{0} terminal calls in one session'],
  max_file_tool_calls_in_session: ['Most file tool calls in one session', '{0} file tool call in one session', '{0} file tool calls in one session'],
  max_web_browser_calls_in_session: ['Most web and browser calls in one session', '{0} web or browser call in one session', '{0} web or browser calls in one session'],
  total_delegate_calls: ['Delegated tasks', '{0} delegated task', '{0} delegated tasks'],
  total_process_calls: ['Background process signs', '{0} background process sign', '{0} background process signs'],
  total_cron_calls: ['Cron job calls', '{0} cron job call', '{0} cron job calls'],
  total_errors: ['Messages with errors', '{0} message with errors', '{0} messages with errors'],
  traceback_events: ['Stack trace mentions', '{0} stack trace mention', '{0} stack trace mentions'],
  log_read_events: ['Log mentions', '{0} log mention', '{0} log mentions'],
  port_conflict_events: ['Sessions with a port conflict', '{0} session with a port conflict', '{0} sessions with a port conflict'],
  permission_denied_events: ['Permission denials', '{0} permission denial', '{0} permission denials'],
  install_error_events: ['Package install sessions with an error', '{0} package install session with an error', '{0} package install sessions with an error'],
  install_success_events: ['Package install sessions with a success', '{0} package install session with a success', '{0} package install sessions with a success'],
  restart_after_error_events: ['Sessions with errors and a restart', '{0} session with errors and a restart', '{0} sessions with errors and a restart'],
  env_var_error_events: ['Key and environment mentions', '{0} key or environment mention', '{0} key and environment mentions'],
  yaml_error_events: ['YAML mentions in sessions with errors', '{0} YAML mention in sessions with errors', '{0} YAML mentions in sessions with errors'],
  docker_conflict_events: ['Container name conflicts', '{0} container name conflict', '{0} container name conflicts'],
  max_messages_in_session: ['Most messages in one session', '{0} message in one session', '{0} messages in one session'],
  max_files_touched_in_session: ['Most files in one session', '{0} file in one session', '{0} files in one session'],
  frontend_activity_events: ['Frontend mentions', '{0} frontend mention', '{0} frontend mentions'],
  git_events: ['Git commands', '{0} git command', '{0} git commands'],
  css_activity_events: ['Styling mentions', '{0} styling mention', '{0} styling mentions'],
  tiny_patch_after_errors_events: ['Sessions with many errors and a tiny fix', '{0} session with many errors and a tiny fix', '{0} sessions with many errors and a tiny fix'],
  skill_events: ['Skill calls and mentions', '{0} skill call or mention', '{0} skill calls and mentions'],
  skill_manage_events: ['Skill management calls', '{0} skill management call', '{0} skill management calls'],
  memory_events: ['Memory calls', '{0} memory call', '{0} memory calls'],
  memory_write_events: ['Memory tool calls', '{0} memory tool call', '{0} memory tool calls'],
  context_events: ['Context and token mentions', '{0} context or token mention', '{0} context and token mentions'],
  gateway_events: ['Gateway and chat mentions', '{0} gateway or chat mention', '{0} gateway and chat mentions'],
  plugin_events: ['Plugin mentions', '{0} plugin mention', '{0} plugin mentions'],
  rollback_events: ['Rollback and checkpoint mentions', '{0} rollback or checkpoint mention', '{0} rollback and checkpoint mentions'],
  total_web_calls: ['Web calls', '{0} web call', '{0} web calls'],
  total_web_extract_calls: ['Web pages read', '{0} web page read', '{0} web pages read'],
  docs_activity_events: ['Documentation mentions', '{0} documentation mention', '{0} documentation mentions'],
  browser_calls: ['Browser calls', '{0} browser call', '{0} browser calls'],
  total_terminal_calls: ['Terminal calls', '{0} terminal call', '{0} terminal calls'],
  total_patch_calls: ['Patches', '{0} patch', '{0} patches'],
  total_file_reads_searches: ['File reads and searches', '{0} file read or search', '{0} file reads and searches'],
  image_vision_calls: ['Image and vision calls', '{0} image or vision call', '{0} image and vision calls'],
  tts_calls: ['Speech calls', '{0} speech call', '{0} speech calls'],
  model_events: ['Model and provider mentions', '{0} model or provider mention', '{0} model and provider mentions'],
  openrouter_events: ['OpenRouter mentions', '{0} OpenRouter mention', '{0} OpenRouter mentions'],
  codex_events: ['Codex mentions', '{0} Codex mention', '{0} Codex mentions'],
  distinct_model_count: ['Different models', '{0} model', '{0} different models'],
  distinct_provider_count: ['Different providers', '{0} provider', '{0} different providers'],
  claude_events: ['Claude mentions', '{0} Claude mention', '{0} Claude mentions'],
  gemini_events: ['Gemini mentions', '{0} Gemini mention', '{0} Gemini mentions'],
  local_model_chat_sessions: ['Sessions on a local model', '{0} session on a local model', '{0} sessions on a local model'],
  toolset_events: ['Toolset mentions', '{0} toolset mention', '{0} toolset mentions'],
  config_events: ['Config file mentions', '{0} config file mention', '{0} config file mentions'],
  git_history_events: ['Git history moves', '{0} git history move', '{0} git history moves'],
  test_events: ['Test mentions', '{0} test mention', '{0} test mentions'],
  screenshot_events: ['Screenshot mentions', '{0} screenshot mention', '{0} screenshot mentions'],
  session_count: ['Sessions', '{0} session', '{0} sessions'],
  weekend_sessions: ['Weekend sessions', '{0} weekend session', '{0} weekend sessions'],
  night_sessions: ['Night sessions', '{0} night session', '{0} night sessions'],
  cache_events: ['Cache hit mentions', '{0} cache hit mention', '{0} cache hit mentions'],
};

/** The label of a metric; the metric's own key for one that no badge uses (a newer snapshot's). */
export function metricLabel(metric: string): string {
  return wordsFor(metric)?.[0] ?? metric;
}

/** The phrase to translate and fill for a figure, like `{0} terminal calls`; `{0}` alone for an unknown metric. */
export function metricPhrase(metric: string, value: number): string {
  return wordsFor(metric)?.[value === 1 ? 1 : 2] ?? '{0}';
}

function wordsFor(metric: string): MetricWords | undefined {
  return Object.hasOwn(METRIC_WORDS, metric) ? METRIC_WORDS[metric as BadgeMetric] : undefined;
}

import type { BadgeMetric } from './catalogue.ts';

export interface MetricLabel {
  /** Stands before a figure: "Terminal calls: 812". */
  readonly label: string;
  /** Sentences parts with the figure in place of `{0}`; languages without plural translate both alike. */
  readonly one: string;
  readonly other: string;
}

// biome-ignore format: a table, one metric a line
export const METRIC_LABELS: Readonly<Record<BadgeMetric, MetricLabel>> = {
  max_tool_calls_in_session: { label: 'Most tool calls in one session', one: '{0} tool call in one session', other: '{0} tool calls in one session' },
  total_tool_calls: { label: 'Tool calls', one: '{0} tool call', other: '{0} tool calls' },
  max_distinct_tools_in_session: { label: 'Most different tools in one session', one: '{0} different tool in one session', other: '{0} different tools in one session' },
  max_terminal_calls_in_session: { label: 'Most terminal calls in one session', one: '{0} terminal call in one session', other: '{0} terminal calls in one session' },
  max_file_tool_calls_in_session: { label: 'Most file tool calls in one session', one: '{0} file tool call in one session', other: '{0} file tool calls in one session' },
  max_web_browser_calls_in_session: { label: 'Most web and browser calls in one session', one: '{0} web or browser call in one session', other: '{0} web or browser calls in one session' },
  total_delegate_calls: { label: 'Delegated tasks', one: '{0} delegated task', other: '{0} delegated tasks' },
  total_process_calls: { label: 'Background process signs', one: '{0} background process sign', other: '{0} background process signs' },
  total_cron_calls: { label: 'Cron job calls', one: '{0} cron job call', other: '{0} cron job calls' },
  total_errors: { label: 'Messages with errors', one: '{0} message with errors', other: '{0} messages with errors' },
  traceback_events: { label: 'Stack trace mentions', one: '{0} stack trace mention', other: '{0} stack trace mentions' },
  log_read_events: { label: 'Log mentions', one: '{0} log mention', other: '{0} log mentions' },
  port_conflict_events: { label: 'Sessions with a port conflict', one: '{0} session with a port conflict', other: '{0} sessions with a port conflict' },
  permission_denied_events: { label: 'Permission denials', one: '{0} permission denial', other: '{0} permission denials' },
  install_error_events: { label: 'Package install sessions with an error', one: '{0} package install session with an error', other: '{0} package install sessions with an error' },
  install_success_events: { label: 'Package install sessions with a success', one: '{0} package install session with a success', other: '{0} package install sessions with a success' },
  restart_after_error_events: { label: 'Sessions with errors and a restart', one: '{0} session with errors and a restart', other: '{0} sessions with errors and a restart' },
  env_var_error_events: { label: 'Key and environment mentions', one: '{0} key or environment mention', other: '{0} key and environment mentions' },
  yaml_error_events: { label: 'YAML mentions in sessions with errors', one: '{0} YAML mention in sessions with errors', other: '{0} YAML mentions in sessions with errors' },
  docker_conflict_events: { label: 'Container name conflicts', one: '{0} container name conflict', other: '{0} container name conflicts' },
  max_messages_in_session: { label: 'Most messages in one session', one: '{0} message in one session', other: '{0} messages in one session' },
  max_files_touched_in_session: { label: 'Most files in one session', one: '{0} file in one session', other: '{0} files in one session' },
  frontend_activity_events: { label: 'Frontend mentions', one: '{0} frontend mention', other: '{0} frontend mentions' },
  git_events: { label: 'Git commands', one: '{0} git command', other: '{0} git commands' },
  css_activity_events: { label: 'Styling mentions', one: '{0} styling mention', other: '{0} styling mentions' },
  tiny_patch_after_errors_events: { label: 'Sessions with many errors and a tiny fix', one: '{0} session with many errors and a tiny fix', other: '{0} sessions with many errors and a tiny fix' },
  skill_events: { label: 'Skill calls and mentions', one: '{0} skill call or mention', other: '{0} skill calls and mentions' },
  skill_manage_events: { label: 'Skill management calls', one: '{0} skill management call', other: '{0} skill management calls' },
  memory_events: { label: 'Memory calls', one: '{0} memory call', other: '{0} memory calls' },
  memory_write_events: { label: 'Memory tool calls', one: '{0} memory tool call', other: '{0} memory tool calls' },
  context_events: { label: 'Context and token mentions', one: '{0} context or token mention', other: '{0} context and token mentions' },
  gateway_events: { label: 'Gateway and chat mentions', one: '{0} gateway or chat mention', other: '{0} gateway and chat mentions' },
  plugin_events: { label: 'Plugin mentions', one: '{0} plugin mention', other: '{0} plugin mentions' },
  rollback_events: { label: 'Rollback and checkpoint mentions', one: '{0} rollback or checkpoint mention', other: '{0} rollback and checkpoint mentions' },
  total_web_calls: { label: 'Web calls', one: '{0} web call', other: '{0} web calls' },
  total_web_extract_calls: { label: 'Web pages read', one: '{0} web page read', other: '{0} web pages read' },
  docs_activity_events: { label: 'Documentation mentions', one: '{0} documentation mention', other: '{0} documentation mentions' },
  browser_calls: { label: 'Browser calls', one: '{0} browser call', other: '{0} browser calls' },
  total_terminal_calls: { label: 'Terminal calls', one: '{0} terminal call', other: '{0} terminal calls' },
  total_patch_calls: { label: 'Patches', one: '{0} patch', other: '{0} patches' },
  total_file_reads_searches: { label: 'File reads and searches', one: '{0} file read or search', other: '{0} file reads and searches' },
  image_vision_calls: { label: 'Image and vision calls', one: '{0} image or vision call', other: '{0} image and vision calls' },
  tts_calls: { label: 'Speech calls', one: '{0} speech call', other: '{0} speech calls' },
  model_events: { label: 'Model and provider mentions', one: '{0} model or provider mention', other: '{0} model and provider mentions' },
  openrouter_events: { label: 'OpenRouter mentions', one: '{0} OpenRouter mention', other: '{0} OpenRouter mentions' },
  codex_events: { label: 'Codex mentions', one: '{0} Codex mention', other: '{0} Codex mentions' },
  distinct_model_count: { label: 'Different models', one: '{0} model', other: '{0} different models' },
  distinct_provider_count: { label: 'Different providers', one: '{0} provider', other: '{0} different providers' },
  claude_events: { label: 'Claude mentions', one: '{0} Claude mention', other: '{0} Claude mentions' },
  gemini_events: { label: 'Gemini mentions', one: '{0} Gemini mention', other: '{0} Gemini mentions' },
  local_model_chat_sessions: { label: 'Sessions on a local model', one: '{0} session on a local model', other: '{0} sessions on a local model' },
  toolset_events: { label: 'Toolset mentions', one: '{0} toolset mention', other: '{0} toolset mentions' },
  config_events: { label: 'Config file mentions', one: '{0} config file mention', other: '{0} config file mentions' },
  git_history_events: { label: 'Git history moves', one: '{0} git history move', other: '{0} git history moves' },
  test_events: { label: 'Test mentions', one: '{0} test mention', other: '{0} test mentions' },
  screenshot_events: { label: 'Screenshot mentions', one: '{0} screenshot mention', other: '{0} screenshot mentions' },
  session_count: { label: 'Sessions', one: '{0} session', other: '{0} sessions' },
  weekend_sessions: { label: 'Weekend sessions', one: '{0} weekend session', other: '{0} weekend sessions' },
  night_sessions: { label: 'Night sessions', one: '{0} night session', other: '{0} night sessions' },
  cache_events: { label: 'Cache hit mentions', one: '{0} cache hit mention', other: '{0} cache hit mentions' },
};

/** The short label of a metric; the metric's own key for one that no badge uses (a newer snapshot's). */
export function metricLabel(metric: string): string {
  return labelOf(metric)?.label ?? metric;
}

/** The phrase to translate and fill for a figure, like `{0} terminal calls`; `{0}` alone for an unknown metric. */
export function metricPhrase(metric: string, value: number): string {
  const label = labelOf(metric);
  if (label === undefined) return '{0}';
  return value === 1 ? label.one : label.other;
}

function labelOf(metric: string): MetricLabel | undefined {
  return Object.hasOwn(METRIC_LABELS, metric) ? METRIC_LABELS[metric as BadgeMetric] : undefined;
}

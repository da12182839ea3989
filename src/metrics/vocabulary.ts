/**
 * What is counted: the one place that names every signal, counter and aggregate figure.
 *
 * Each entry of `any` is one alternative in regular-expression notation, tried in the order given, Unicode-aware
 * and (unless `caseSensitive`) case-insensitive by Python's rules, which the automaton and the yardstick of the tests follow.
 * These are facts shared with the dashboard: changing one changes the figures.
 */

export interface SignalRule {
  readonly any: readonly string[];
  readonly wholeWord?: boolean;
  readonly caseSensitive?: boolean;
}

export interface TextCounterRule {
  readonly any: readonly string[];
  /** Adds to the tool counter of the same name instead of standing alone. */
  readonly addsToToolCounter?: boolean;
  /** The text is lower-cased first and matched as is, so U+017F does not count as `s`. */
  readonly onLowercasedText?: boolean;
  /** The counter is 0 unless the session's full text has this signal. */
  readonly onlyIfSignal?: string;
}

export interface PresenceRule {
  readonly allOf: readonly string[];
  readonly minErrorMessages?: number;
}

export const SIGNALS = {
  error: {
    any: [
      'error',
      'failed',
      'failure',
      'traceback',
      'exception',
      'permission denied',
      'not found',
      'eaddrinuse',
      'already in use',
      'timed out',
      'blocked',
    ],
    wholeWord: true,
  },
  port_conflict: {
    any: [
      '\\b(port\\s+)?(3000|5173|8000|8080|9119)\\b.*\\b(in use|already|taken|eaddrinuse)\\b',
      '\\beaddrinuse\\b',
    ],
  },
  package_install: {
    any: ['\\b(npm|pnpm|yarn|pip|uv)\\b.*\\b(install|add)\\b'],
  },
  success: {
    any: ['success', 'passed', 'built', 'compiled', 'done', 'exit_code["\']?\\s*[:=]\\s*0', 'verified', 'ok'],
    wholeWord: true,
  },
  restart: {
    any: ['\\brestart', 'reload', 'kill', 'start\\b'],
  },
  tiny_fix: {
    any: ['one character', 'single character', 'typo'],
  },
  file_path: {
    any: ['(/home/|~/?|\\./|/mnt/)[\\w./-]+\\.(py|js|ts|tsx|jsx|css|html|md|json|yaml|yml|svg|sql|sh)'],
    caseSensitive: true,
  },
} as const satisfies Record<string, SignalRule>;

export const TOOL_COUNTERS = {
  terminal_calls: ['terminal'],
  web_calls: ['web_search', 'web_extract'],
  web_extract_calls: ['web_extract'],
  browser_calls: ['browser'],
  patch_calls: ['patch'],
  file_reads_searches: ['read_file', 'search_files'],
  file_tool_calls: ['read_file', 'write_file', 'patch', 'search_files'],
  delegate_calls: ['delegate_task'],
  process_calls: ['process'],
  cron_calls: ['cronjob'],
  image_vision_calls: ['image', 'vision'],
  tts_calls: ['tts', 'text_to_speech'],
  skill_events: ['skill'],
  skill_manage_events: ['skill_manage'],
  memory_events: ['memory', 'mnemosyne'],
  memory_write_events: ['mnemosyne_remember', 'memory'],
} as const satisfies Record<string, readonly string[]>;

export const TEXT_COUNTERS = {
  process_calls: {
    any: ['background\\s*=\\s*true'],
    addsToToolCounter: true,
  },
  skill_events: {
    any: ['\\bskill'],
    addsToToolCounter: true,
    onLowercasedText: true,
  },
  traceback_events: {
    any: ['traceback', 'exception'],
  },
  log_read_events: {
    any: ['gateway\\.log', 'errors\\.log', 'agent\\.log', '/api/logs', '\\blogs\\b'],
  },
  permission_denied_events: {
    any: ['permission denied', 'eacces', 'operation not permitted'],
  },
  env_var_error_events: {
    any: ['missing .*env', 'api key', 'environment variable', 'not configured', 'unauthorized', 'auth'],
  },
  yaml_error_events: {
    any: ['yaml', 'yml', 'colon', 'parse error'],
    onlyIfSignal: 'error',
  },
  docker_conflict_events: {
    any: ['docker.*(name|container).*already', 'container name conflict', 'Conflict\\. The container'],
  },
  frontend_activity_events: {
    any: ['\\.(css|svg|tsx|jsx)', 'frontend', 'tailwind', 'react'],
  },
  css_activity_events: {
    any: ['\\.css', 'tailwind', 'style', 'className', 'visual'],
  },
  git_events: {
    any: ['\\bgit\\s+(commit|push|merge|rebase|status|diff)'],
  },
  context_events: {
    any: ['compress', 'context window', 'token', 'cache'],
  },
  gateway_events: {
    any: ['gateway', 'discord', 'telegram', 'slack', 'api_server'],
  },
  plugin_events: {
    any: ['plugin', 'dashboard-plugins', '__HERMES_PLUGIN', 'manifest\\.json'],
  },
  rollback_events: {
    any: ['rollback', 'checkpoint'],
  },
  docs_activity_events: {
    any: ['docs', 'documentation', 'docusaurus', 'README'],
  },
  model_events: {
    any: [
      'model',
      'provider',
      'openrouter',
      'codex',
      'gemini',
      'claude',
      'anthropic',
      'openai',
      'mistral',
      'qwen',
      'deepseek',
      'llama',
      'ollama',
      'vllm',
      'gguf',
    ],
  },
  openrouter_events: {
    any: ['openrouter'],
  },
  codex_events: {
    any: ['codex'],
  },
  claude_events: {
    any: ['claude', 'anthropic'],
  },
  gemini_events: {
    any: ['gemini', 'google ai', 'google model'],
  },
  local_model_events: {
    any: ['ollama', 'llama\\.cpp', 'gguf', 'vllm', 'local model', 'open[- ]weight', 'open weights'],
  },
  toolset_events: {
    any: ['toolset', 'enabled_toolsets', 'browser tool', 'terminal tool', 'file tool', 'web tool'],
  },
  config_events: {
    any: [
      'config\\.ya?ml',
      '\\b[a-z0-9_-]+config\\.(js|ts|json|ya?ml)',
      '\\.env(\\b|\\.)',
      'manifest\\.json',
      'settings\\.json',
      'pyproject\\.toml',
      'package\\.json',
    ],
  },
  git_history_events: {
    any: [
      '\\bgit\\s+(rebase|merge|fetch|pull|push|tag|checkout)',
      'merge conflict',
      'conflict\\s*\\(',
      'rebase --continue',
    ],
  },
  test_events: {
    any: [
      'pytest',
      'unittest',
      'vitest',
      'playwright',
      'npm test',
      'pnpm test',
      'node --check',
      'py_compile',
      'tests? passed',
      '\\bOK\\b',
    ],
  },
  screenshot_events: {
    any: ['screenshot', 'playwright', 'vision_analyze', 'browser_vision', '\\.png', 'image data'],
  },
  release_events: {
    any: ['\\bgit\\s+tag', 'release', 'version bump', 'changelog', 'publish', 'pushed? tag'],
  },
  cache_events: {
    any: ['cache hit', 'prompt caching', 'cache_read'],
  },
} as const satisfies Record<string, TextCounterRule>;

export const PRESENCE_COUNTERS = {
  port_conflict_events: {
    allOf: ['port_conflict'],
  },
  install_error_events: {
    allOf: ['package_install', 'error'],
  },
  install_success_events: {
    allOf: ['package_install', 'success'],
  },
  restart_after_error_events: {
    allOf: ['restart'],
    minErrorMessages: 1,
  },
  tiny_patch_after_errors_events: {
    allOf: ['tiny_fix'],
    minErrorMessages: 5,
  },
} as const satisfies Record<string, PresenceRule>;

export const AGGREGATE = {
  max: {
    max_tool_calls_in_session: 'tool_call_count',
    max_distinct_tools_in_session: 'distinct_tool_count',
    max_messages_in_session: 'message_count',
    max_terminal_calls_in_session: 'terminal_calls',
    max_file_tool_calls_in_session: 'file_tool_calls',
    max_web_calls_in_session: 'web_calls',
    max_web_browser_calls_in_session: 'web_browser_calls',
    max_files_touched_in_session: 'files_touched_count',
  },
  sum: {
    total_errors: 'error_count',
    total_tool_calls: 'tool_call_count',
    total_terminal_calls: 'terminal_calls',
    total_web_calls: 'web_calls',
    total_web_extract_calls: 'web_extract_calls',
    total_patch_calls: 'patch_calls',
    total_file_reads_searches: 'file_reads_searches',
    total_delegate_calls: 'delegate_calls',
    total_process_calls: 'process_calls',
    total_cron_calls: 'cron_calls',
    browser_calls: 'browser_calls',
    image_vision_calls: 'image_vision_calls',
    tts_calls: 'tts_calls',
  },
  sumUnderOwnName: [
    'traceback_events',
    'log_read_events',
    'port_conflict_events',
    'permission_denied_events',
    'install_error_events',
    'install_success_events',
    'restart_after_error_events',
    'env_var_error_events',
    'yaml_error_events',
    'docker_conflict_events',
    'frontend_activity_events',
    'css_activity_events',
    'git_events',
    'tiny_patch_after_errors_events',
    'skill_events',
    'skill_manage_events',
    'memory_events',
    'memory_write_events',
    'context_events',
    'gateway_events',
    'plugin_events',
    'rollback_events',
    'docs_activity_events',
    'model_events',
    'openrouter_events',
    'codex_events',
    'claude_events',
    'gemini_events',
    'local_model_events',
    'toolset_events',
    'config_events',
    'git_history_events',
    'test_events',
    'screenshot_events',
    'release_events',
    'cache_events',
  ],
} as const;

export const MODEL_PROVIDERS = {
  markersInOrder: [
    'openai',
    'anthropic',
    'google',
    'gemini',
    'mistral',
    'meta',
    'qwen',
    'deepseek',
    'xai',
    'nous',
    'ollama',
    'groq',
    'openrouter',
    'codex',
  ],
  alias: {
    gemini: 'google',
  },
  localMarkers: ['ollama', 'llama.cpp', 'localhost', '127.0.0.1', 'local/', 'local:', 'gguf', 'vllm-local'],
} as const;

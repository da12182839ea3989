import type { WritableConnection } from '../hermes/sqlite/drivers/driver.ts';

/** `PRAGMA application_id` of an archive: "HACH". */
export const APPLICATION_ID = 0x48414348;

/** Bytes. Half the usual: a changed session rewrites four or five pages, whatever their size (docs/performance.md). */
export const PAGE_SIZE = 2048;

/**
 * The figures of a session by their places in an array. The order of an archive is for ever: what is new comes last,
 * by a migration that adds its name.
 */
export const FIGURE_NAMES = [
  'message_count',
  'tool_call_count',
  'distinct_tool_count',
  'error_count',
  'files_touched_count',
  'web_browser_calls',
  'terminal_calls',
  'web_calls',
  'web_extract_calls',
  'browser_calls',
  'patch_calls',
  'file_reads_searches',
  'file_tool_calls',
  'delegate_calls',
  'process_calls',
  'cron_calls',
  'image_vision_calls',
  'tts_calls',
  'skill_events',
  'skill_manage_events',
  'memory_events',
  'memory_write_events',
  'traceback_events',
  'log_read_events',
  'permission_denied_events',
  'env_var_error_events',
  'yaml_error_events',
  'docker_conflict_events',
  'frontend_activity_events',
  'css_activity_events',
  'git_events',
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
  'port_conflict_events',
  'install_error_events',
  'install_success_events',
  'restart_after_error_events',
  'tiny_patch_after_errors_events',
] as const;

/**
 * Every row has a sum of what it says (`rowSum`): a page that only looks whole gives nothing away, and rows can be told
 * from rubbish where the rest of the file is lost. `body` is JSON, a list of fixed places; the views say which is which.
 */
const VERSION_1 = `
  CREATE TABLE session (
    key INTEGER PRIMARY KEY,
    change INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX session_by_id ON session (id);
  CREATE UNIQUE INDEX session_by_change ON session (change);
  CREATE TABLE bookmark (session INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE step (
    key INTEGER PRIMARY KEY,
    sum INTEGER NOT NULL,
    badge TEXT NOT NULL,
    tier TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX step_by_badge ON step (badge, tier);
  CREATE TABLE run (slot INTEGER PRIMARY KEY, sum INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE memo (key INTEGER PRIMARY KEY, sum INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE figure (place INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
  INSERT INTO figure (place, name) VALUES ${FIGURE_NAMES.map((name, place) => `(${place}, '${name}')`).join(', ')};
  CREATE VIEW session_facts AS SELECT
    id, change, body ->> 0 AS rules, body ->> 1 AS gone_at,
    body ->> '$[2][0]' AS started_at, body ->> '$[2][1]' AS last_active, body ->> '$[2][2]' AS title,
    body ->> '$[2][3]' AS titled, body ->> '$[2][4]' AS source, body ->> '$[2][5]' AS created_source,
    body ->> '$[2][6]' AS model, body ->> '$[2][7]' AS archived, body ->> '$[2][8]' AS hidden,
    body ->> '$[2][9]' AS repo_root, body ->> '$[2][10]' AS cwd, body ->> '$[2][11]' AS end_reason,
    body ->> '$[2][12]' AS ended_at, body ->> '$[2][13]' AS session_key, body ->> '$[2][14]' AS parent,
    body ->> '$[2][15]' AS kind, body -> 3 AS "rows", body -> 4 AS tools, body -> 5 AS days, body -> 7 AS dashboard
    FROM session;
  CREATE VIEW session_figures AS SELECT
    session.id, figure.name, session.body ->> ('$[6][' || figure.place || ']') AS value
    FROM session CROSS JOIN figure;
  CREATE VIEW step_facts AS SELECT
    badge, tier, body ->> 0 AS noticed_at, body ->> 1 AS day, body -> 2 AS evidence, body ->> 3 AS announced
    FROM step;
`;

/**
 * What sessions used, with the last day of which anything is known. The view says which place of a body is what; a day
 * of a unit is a number where it has all that was seen.
 */
const VERSION_2 = `
  CREATE TABLE usage (
    key INTEGER PRIMARY KEY,
    change INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    id TEXT NOT NULL,
    mark INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX usage_by_id ON usage (id);
  CREATE VIEW usage_facts AS SELECT
    usage.id, usage.body ->> 0 AS first_day, usage.body ->> 1 AS started_at, usage.body ->> 2 AS source,
    usage.body ->> 3 AS folder, usage.body ->> 4 AS parent,
    unit.value ->> 0 AS model, unit.value ->> 1 AS provider, unit.value ->> 2 AS base_url, unit.value ->> 3 AS mode,
    unit.value ->> 4 AS task, unit.value ->> 5 AS residual, unit.value ->> 6 AS status,
    iif(day.type = 'integer', day.value, day.value ->> 0) AS day,
    ${['input', 'output', 'cache_read', 'cache_write', 'api_calls', 'reasoning', 'estimated', 'actual']
      .map(
        (name, place) =>
          `iif(day.type = 'integer', unit.value ->> '$[7][${place}]', day.value ->> ${place + 1}) AS ${name}`,
      )
      .join(', ')}
    FROM usage, json_each(usage.body, '$[5]') AS unit, json_each(unit.value, '$[8]') AS day;
`;

/** What makes version n + 1 of an archive of version n; the first makes one of an empty file. */
export type Migration = (archive: WritableConnection) => void;

export const MIGRATIONS: readonly Migration[] = [
  (archive) => archive.exec(VERSION_1),
  (archive) => archive.exec(VERSION_2),
];

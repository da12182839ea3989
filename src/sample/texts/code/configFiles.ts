import type { Random } from '../../random.ts';
import { adjective, kebab, lines, noun, verb } from '../names.ts';

const workflow = (r: Random): string =>
  `name: ${kebab(r)}\non:\n  push:\n    branches: [main]\njobs:\n  ${verb(r)}:\n    runs-on: ubuntu-latest\n    timeout-minutes: ${r.int(5, 60)}\n    steps:\n${lines(r, 2, 6, (q) => `      - name: ${verb(q)} ${noun(q)}s\n        run: make ${kebab(q)}\n        env:\n          ${noun(q).toUpperCase()}_${noun(q).toUpperCase()}: "${q.int(1, 99)}"`)}`;

const service = (r: Random): string =>
  `services:\n${lines(r, 2, 5, (q) => `  ${kebab(q)}:\n    image: registry.example.org/${noun(q)}:${q.int(1, 9)}.${q.int(0, 20)}\n    ports: ["${q.int(4000, 4999)}:${q.int(80, 90)}"]\n    depends_on: [${kebab(q)}]\n    volumes:\n      - ./${noun(q)}:/srv/${noun(q)}:ro`)}`;

const manifest = (r: Random): string =>
  `[project]\nname = "${kebab(r)}"\nversion = "${r.int(0, 4)}.${r.int(0, 20)}.${r.int(0, 9)}"\nrequires-python = ">=3.1${r.int(0, 3)}"\ndependencies = [\n${lines(r, 3, 8, (q) => `  "${kebab(q)}>=${q.int(0, 9)}.${q.int(0, 20)}",`)}]\n\n[tool.${noun(r)}]\nline-length = ${r.int(88, 120)}\n`;

const settings = (r: Random): string =>
  lines(
    r,
    5,
    14,
    (q) =>
      `${noun(q)}_${noun(q)}: ${q.pick([String(q.int(1, 900)), q.chance(0.5) ? 'true' : 'false', `"${kebab(q)}"`])}${q.chance(0.15) ? `  # ${adjective(q)} ${noun(q)}s only` : ''}`,
  );

const environment = (r: Random): string =>
  lines(
    r,
    4,
    9,
    (q) =>
      `${noun(q).toUpperCase()}_${noun(q).toUpperCase()}=${q.pick([String(q.int(1, 9000)), `postgres://localhost/${noun(q)}`, kebab(q)])}`,
  );

/** A piece of some configuration file. */
export function configFile(random: Random): string {
  return random.pick([workflow, service, manifest, settings, settings, environment])(random);
}

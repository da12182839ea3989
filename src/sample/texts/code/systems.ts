import type { Random } from '../../random.ts';
import { adjective, camel, capital, lines, noun, pascal, snake, verb } from '../names.ts';

const RUST_STATEMENTS: ((random: Random) => string)[] = [
  (r) => `    let mut ${noun(r)} = ${noun(r)}.${verb(r)}()?;`,
  (r) => `    let Some(${noun(r)}) = self.${noun(r)}s.get(&${noun(r)}) else { return Ok(${r.int(0, 9)}) };`,
  (r) =>
    `    for (i, ${noun(r)}) in ${noun(r)}s.iter().enumerate().skip(${r.int(1, 4)}) {\n        total += ${noun(r)}.${noun(r)} as u64 << i;\n    }`,
  (r) =>
    `    match ${noun(r)}.${noun(r)} {\n        ${capital(noun(r))}::${capital(adjective(r))} => self.${snake(r)}(),\n        other => tracing::debug!(?other, "left as it is"),\n    }`,
  (r) => `    debug_assert!(${noun(r)}.len() <= ${r.int(8, 4096)});`,
  (r) => `    self.${noun(r)}.store(${r.int(0, 3)}, Ordering::Release);`,
];

const GO_STATEMENTS: ((random: Random) => string)[] = [
  (r) =>
    `\t${noun(r)}, err := s.${camel(r)}(ctx, ${noun(r)})\n\tif err != nil {\n\t\treturn nil, fmt.Errorf("${verb(r)} ${noun(r)}: %w", err)\n\t}`,
  (r) =>
    `\tfor _, ${noun(r)} := range ${noun(r)}s {\n\t\tout = append(out, ${noun(r)}.${capital(noun(r))})\n\t}`,
  (r) => `\ts.mu.Lock()\n\tdefer s.mu.Unlock()\n\ts.${noun(r)}s[${noun(r)}.ID] = ${noun(r)}`,
  (r) => `\tif len(${noun(r)}s) > ${r.int(2, 256)} {\n\t\treturn out[:${r.int(1, 2)}], nil\n\t}`,
  (r) =>
    `\tselect {\n\tcase ${noun(r)} := <-s.${noun(r)}s:\n\t\ts.${camel(r)}(${noun(r)})\n\tcase <-ctx.Done():\n\t\treturn nil, ctx.Err()\n\t}`,
];

const rust = (random: Random): string =>
  `impl ${pascal(random)} {\n    pub fn ${snake(random)}(&mut self, ${noun(random)}: &${pascal(random)}) -> Result<usize, ${capital(noun(random))}Problem> {\n${lines(random, 3, 9, (r) => r.pick(RUST_STATEMENTS)(r))}    Ok(${noun(random)}.len())\n    }\n}\n\n`;

const go = (random: Random): string =>
  `// ${capital(camel(random))} returns the ${adjective(random)} ${noun(random)}s of one ${noun(random)}.\nfunc (s *${pascal(random)}) ${capital(camel(random))}(ctx context.Context, ${noun(random)} string) ([]${capital(noun(random))}, error) {\n${lines(random, 3, 8, (r) => r.pick(GO_STATEMENTS)(r))}\treturn out, nil\n}\n\n`;

const sql = (random: Random): string => {
  const table = noun(random);
  return `-- ${capital(adjective(random))} ${table}s by ${noun(random)}\nSELECT t.id, t.${noun(random)}, count(*) AS ${noun(random)}s, sum(t.${noun(random)}_cents) / 100.0 AS total\nFROM ${table}s AS t\nLEFT JOIN ${noun(random)}s AS o ON o.${table}_id = t.id AND o.state = '${adjective(random)}'\nWHERE t.created_at >= date('now', '-${random.int(1, 90)} days')\nGROUP BY t.id, t.${noun(random)}\nORDER BY total DESC\nLIMIT ${random.int(10, 500)};\n\n`;
};

/** A piece of Rust, Go or SQL. */
export function systemsCode(random: Random): string {
  return random.weighted([
    [rust, 4],
    [go, 4],
    [sql, 2],
  ])(random);
}

import type { Random } from '../../random.ts';
import { adjective, camel, lines, noun, pascal, snake, verb } from '../names.ts';

const STATEMENTS: ((random: Random) => string)[] = [
  (r) => `    ${noun(r)} = self.${snake(r)}(${noun(r)}, limit=${r.int(1, 500)})`,
  (r) => `    if not ${noun(r)}:\n        return None`,
  (r) =>
    `    for ${noun(r)} in ${adjective(r)}_${noun(r)}s:\n        ${noun(r)}s.append(${noun(r)}.${noun(r)})`,
  (r) =>
    `    with open(path / "${noun(r)}.json", encoding="utf-8") as handle:\n        ${noun(r)} = json.load(handle)`,
  (r) => `    ${noun(r)}s = sorted(${noun(r)}s, key=lambda entry: (entry.${noun(r)}, entry.${noun(r)}))`,
  (r) => `    assert ${noun(r)}.${noun(r)} == ${r.int(0, 99)}, f"unexpected ${noun(r)}: {${noun(r)}!r}"`,
  (r) => `    log.info("${verb(r)} %s of %d ${noun(r)}s", ${noun(r)}, len(${noun(r)}s))`,
  (r) => `    # Keep the ${adjective(r)} ${noun(r)} until its ${noun(r)} is known.`,
  (r) => `    total += ${noun(r)}.${noun(r)} * ${r.int(2, 60)}`,
  (r) => `    await self._${noun(r)}.${verb(r)}(${noun(r)}, timeout=${r.int(1, 30)})`,
];

const HANDLER = (r: Random): string =>
  `    try:\n        ${noun(r)} = ${snake(r)}(${noun(r)})\n    except ${r.pick(['ValueError', 'KeyError', 'OSError', 'TimeoutError'])} as problem:\n` +
  `        log.warning("could not ${verb(r)} %s: %s", ${noun(r)}, problem)\n        continue_with = None`;

function aFunction(random: Random): string {
  const body = lines(random, 4, 11, (r) => (r.chance(0.09) ? HANDLER(r) : r.pick(STATEMENTS)(r)));
  const arrow = random.pick(['int', 'str', 'list[str]', 'dict[str, float]', 'None', pascal(random)]);
  return `def ${snake(random)}(${noun(random)}: str, ${noun(random)}: int = ${random.int(0, 10)}) -> ${arrow}:\n    """${camel(random)} for the ${adjective(random)} ${noun(random)}."""\n${body}    return ${noun(random)}\n\n\n`;
}

function aClass(random: Random): string {
  const fields = lines(
    random,
    3,
    7,
    (r) =>
      `    ${noun(r)}_${noun(r)}: ${r.pick(['int', 'str', 'float', 'bool'])} = field(default=${r.int(0, 9)})`,
  );
  return `@dataclass(frozen=True, slots=True)\nclass ${pascal(random)}:\n    """One ${noun(random)} with its ${noun(random)}."""\n\n${fields}\n\n`;
}

const imports = (random: Random): string =>
  `from __future__ import annotations\n\nimport json\nimport logging\nfrom pathlib import Path\n\nfrom ${noun(random)}.${noun(random)} import ${pascal(random)}, ${snake(random)}\n\nlog = logging.getLogger(__name__)\n\n\n`;

/** A piece of a Python module. */
export function pythonCode(random: Random): string {
  return random.weighted([
    [aFunction, 7],
    [aClass, 2],
    [imports, 1],
  ])(random);
}

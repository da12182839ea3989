import type { Random } from '../../random.ts';
import { adjective, kebab, noun, stamp } from '../names.ts';

function value(random: Random, depth: number): unknown {
  const kind = random.int(0, depth > 1 ? 5 : 8);
  if (kind === 0) return random.int(0, 100000);
  if (kind === 1) return random.int(0, 10000) / 100;
  if (kind === 2) return random.chance(0.5);
  if (kind === 3) return stamp(random).replace(' ', 'T');
  if (kind === 4) return kebab(random);
  if (kind === 5) return `${random.hex(8)}-${random.hex(4)}-${random.hex(4)}`;
  if (kind === 6) return Array.from({ length: random.int(1, 4) }, () => value(random, depth + 1));
  return object(random, depth + 1);
}

function object(random: Random, depth = 0): Record<string, unknown> {
  const entries: Record<string, unknown> = {};
  for (let i = random.int(3, 7); i > 0; i--) {
    entries[random.chance(0.4) ? `${adjective(random)}_${noun(random)}` : noun(random)] = value(
      random,
      depth,
    );
  }
  return entries;
}

/** A response of some service, indented or on one line. */
export function jsonPayload(random: Random): string {
  return `${JSON.stringify(object(random), null, random.chance(0.6) ? 2 : 0)}\n`;
}

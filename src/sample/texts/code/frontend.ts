import type { Random } from '../../random.ts';
import { adjective, camel, capital, kebab, lines, noun, pascal } from '../names.ts';

const UTILITIES = [
  'flex',
  'gap-2',
  'px-4',
  'py-2',
  'rounded-md',
  'text-sm',
  'font-medium',
  'items-center',
  'border',
  'shadow-sm',
  'grid',
  'w-full',
  'mt-6',
  'truncate',
];

const utilities = (r: Random): string => `${r.pick(UTILITIES)} ${r.pick(UTILITIES)} ${r.pick(UTILITIES)}`;

const PROPERTIES: ((random: Random) => string)[] = [
  (r) => `  padding: ${r.int(0, 24)}px ${r.int(0, 32)}px;`,
  (r) => `  color: var(--${kebab(r)}-color, #${r.hex(6)});`,
  (r) => `  grid-template-columns: repeat(auto-fill, minmax(${r.int(8, 24)}rem, 1fr));`,
  (r) => `  transition: opacity ${r.int(80, 400)}ms ease-out, transform ${r.int(80, 400)}ms ease-out;`,
  (r) => `  border: 1px solid rgb(${r.int(0, 255)} ${r.int(0, 255)} ${r.int(0, 255)} / ${r.int(10, 90)}%);`,
  (r) => `  font: ${r.int(400, 700)} ${r.int(11, 22)}px/1.${r.int(2, 6)} var(--font-${noun(r)});`,
  (r) => `  inset: auto ${r.int(0, 16)}px ${r.int(0, 16)}px auto;`,
  () => '  display: flex;\n  align-items: center;',
];

const stylesheet = (random: Random): string =>
  lines(
    random,
    2,
    5,
    (r) =>
      `.${kebab(r)}__${noun(r)}${r.chance(0.3) ? ':hover' : ''} {\n${lines(r, 2, 6, (q) => q.pick(PROPERTIES)(q))}}\n`,
  );

const component = (random: Random): string => {
  const name = pascal(random);
  const item = noun(random);
  const body = lines(random, 2, 7, (r) =>
    r.chance(0.45)
      ? `      <div className="${utilities(r)}">{${item}.${noun(r)}}</div>`
      : `      <${r.pick(['Button', 'Badge', 'Card', 'Field'])} ${noun(r)}={${item}.${noun(r)}} onClick={() => ${camel(r)}(${item})} />`,
  );
  return `import { use${capital(noun(random))} } from './use-${kebab(random)}';\n\nexport function ${name}({ ${item}, ${noun(random)} }: ${name}Props) {\n  const [${adjective(random)}, set${capital(adjective(random))}] = useState(${random.pick(['false', '0', 'null', "''"])});\n  const total = useMemo(() => ${item}.${noun(random)}s.reduce((sum, entry) => sum + entry.${noun(random)}, 0), [${item}]);\n  return (\n    <section aria-label="${adjective(random)} ${noun(random)}">\n${body}    </section>\n  );\n}\n\n`;
};

const drawing = (random: Random): string =>
  `<svg viewBox="0 0 ${random.int(16, 64)} 24" fill="none" stroke="currentColor">\n${lines(random, 2, 5, (r) => `  <path d="M${r.int(0, 24)} ${r.int(0, 24)}c${r.int(0, 9)}.${r.int(0, 99)} ${r.int(0, 9)} ${r.int(0, 9)}.${r.int(0, 99)} 4 ${r.int(0, 9)} ${r.int(0, 9)}h-${r.int(1, 9)}z"/>`)}</svg>\n`;

/** A piece of a web front end: a stylesheet, a component, an icon. */
export function frontendCode(random: Random): string {
  return random.weighted([
    [stylesheet, 5],
    [component, 6],
    [drawing, 1],
  ])(random);
}

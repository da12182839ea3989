import type { Random } from '../random.ts';
import type { TextKind } from '../texts/library.ts';
import { kebab, sourcePath } from '../texts/names.ts';

/** Something the sample's user works on. All of them are made up. */
export interface Project {
  readonly name: string;
  readonly root: string;
  /** What reading one of its files shows. */
  readonly code: TextKind;
  /** A file of the project, relative to its root. */
  file(random: Random): string;
}

/** Of what kind a project is: its code, and its usual file endings (none: any). */
const PROJECTS: readonly (readonly [string, TextKind, readonly string[]])[] = [
  ['tidewatch', 'pythonCode', ['py', 'py', 'py', 'yaml', 'md']],
  ['parcelmoth', 'typescriptCode', ['ts', 'ts', 'tsx', 'json']],
  ['lanternboard', 'frontendCode', ['tsx', 'tsx', 'css', 'ts', 'svg']],
  ['quillmark', 'systemsCode', ['rs', 'rs', 'md']],
  ['orchardline', 'systemsCode', ['go', 'go', 'sql', 'sh']],
  ['saltmarsh-bot', 'pythonCode', ['py', 'py', 'json']],
  ['cobblestone-ui', 'frontendCode', ['tsx', 'css', 'css', 'html']],
  ['homelab', 'configFile', ['yaml', 'yml', 'sh', 'md']],
];

const EPISODES = 26;

/** The projects, and when the user turned to which: a few weeks of one, with others in between. */
export class Workshop {
  readonly #projects: readonly Project[];
  readonly #episodes: readonly (readonly [Project, number])[][];

  constructor(random: Random) {
    this.#projects = PROJECTS.map(([name, code, extensions]) => ({
      name,
      root: `/home/dev/projects/${name}`,
      code,
      file: (r: Random) => sourcePath(r, r.pick(extensions)),
    }));
    this.#episodes = Array.from({ length: EPISODES }, () =>
      this.#projects.map((project) => [project, random.chance(0.25) ? 12 : 1] as const),
    );
  }

  /** The project at hand at a moment, given as the part of the history's span that lies before it. */
  at(moment: number, random: Random): Project {
    const episode = Math.min(EPISODES - 1, Math.max(0, Math.floor(moment * EPISODES)));
    return random.weighted(this.#episodes[episode] as (readonly [Project, number])[]);
  }
}

/** A branch as developers name them. */
export const branch = (random: Random): string =>
  random.chance(0.4) ? 'main' : `${random.pick(['feature', 'fix', 'chore'])}/${kebab(random)}`;

import type { Random } from '../random.ts';
import type { Library } from '../texts/library.ts';
import type { Project } from '../world/projects.ts';

/** What a tool call happens in. */
export interface Scene {
  readonly random: Random;
  readonly project: Project;
  readonly library: Library;
  /** How long, in characters, the result may be. */
  readonly room: number;
}

/** One call of a tool and what it returned. */
export interface ToolUse {
  readonly args: Readonly<Record<string, unknown>>;
  /** The result's text; Hermes' tools answer in JSON. */
  readonly result: string;
}

/** Calls one tool. */
export type Tool = (scene: Scene) => ToolUse;

/** Tools by the names that Hermes gives them. */
export type Toolbox = Readonly<Record<string, Tool>>;

/** A long-tailed length for a result, within the room that is left. */
export const length = (scene: Scene, median: number, spread = 0.9): number =>
  Math.max(40, Math.min(scene.room, 60_000, Math.round(scene.random.logNormal(median, spread))));

export const json = (value: unknown): string => JSON.stringify(value);

import { join } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { API, type Checker, type Program } from 'typescript/unstable/sync';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The product's source as the compiler sees it. */
export interface SourceProgram {
  readonly checker: Checker;
  readonly files: readonly SourceFile[];
  /** A place for people: `src/surfaces/panel/protocol.ts: t(name)`. */
  where(node: Node): string;
}

/** Reads every file below `src`, lets `look` look, and ends the compiler again. */
export function withSource<Result>(look: (source: SourceProgram) => Result): Result {
  const api = new API({ cwd: ROOT });
  try {
    const config = join(ROOT, 'tsconfig.json');
    const project = api.updateSnapshot({ openProject: config }).getProject(config);
    if (!project) throw new Error(`${config} is no project`);
    return look({ checker: project.checker, files: ownFiles(project.program), where });
  } finally {
    api.close();
  }
}

/** Every node of a file, outermost first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  const children: Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

function ownFiles(program: Program): SourceFile[] {
  const folder = `${join(ROOT, 'src')}/`;
  return program
    .getSourceFileNames()
    .filter((name) => name.startsWith(folder))
    .map((name) => program.getSourceFile(name)!);
}

function where(node: Node): string {
  const file = node.getSourceFile();
  return `${file.fileName.slice(ROOT.length + 1)}: ${node.getText(file).slice(0, 100)}`;
}

import { diffHeader } from '../texts/code/diffs.ts';
import { camel, noun, sourcePath } from '../texts/names.ts';
import { json, length, type Scene, type Tool, type Toolbox } from './tool.ts';

/** Text as the agent's reader shows it: each line after its number. */
function numbered(text: string, from: number): string {
  let line = from;
  return text
    .split('\n')
    .map((each) => `${line++}|${each}`)
    .join('\n');
}

const path = (scene: Scene): string => `${scene.project.root}/${scene.project.file(scene.random)}`;

const readFile: Tool = (scene) => {
  const { random, library, project } = scene;
  const file = path(scene);
  if (random.chance(0.03))
    return {
      args: { path: file },
      result: json({ error: `File not found: ${file}`, similar_files: [path(scene)] }),
    };
  const offset = random.chance(0.6) ? 1 : random.int(2, 400);
  const kind = random.weighted([
    [project.code, 8],
    ['configFile', 1],
    ['webPage', 1],
  ] as const);
  const text = library[kind].text(random, length(scene, 2400, 1));
  return {
    args: { path: file, offset, limit: 500 },
    result: json({
      content: numbered(text, offset),
      total_lines: random.int(20, 900),
      file_size: text.length,
      truncated: false,
    }),
  };
};

const writeFile: Tool = (scene) => {
  const { random, library, project } = scene;
  const content = library[project.code].text(random, Math.min(length(scene, 1500), 8000));
  return {
    args: { path: path(scene), content },
    result: json({ bytes_written: content.length, dirs_created: random.chance(0.2) }),
  };
};

const patch: Tool = (scene) => {
  const { random, library, project } = scene;
  const file = project.file(random);
  const path = `${project.root}/${file}`;
  const before = `  ${camel(random)}(${noun(random)})`;
  const args = { mode: 'replace', path, old_string: before, new_string: `${before} // ${noun(random)}` };
  if (random.chance(0.06)) {
    return { args, result: json({ success: false, error: `Could not find old_string in ${path}` }) };
  }
  const diff = diffHeader(random, file) + library.hunk.text(random, length(scene, 600, 0.7));
  return { args, result: json({ success: true, diff, files_modified: [path] }) };
};

const searchFiles: Tool = (scene) => {
  const { random, project, library } = scene;
  const target = length(scene, 1100);
  const matches: { path: string; line: number; content: string }[] = [];
  for (let size = 0; size < target; size += 110) {
    const content = library[project.code].one(random).split('\n', 3)[2] ?? '';
    matches.push({
      path: `./${random.chance(0.5) ? project.file(random) : sourcePath(random)}`,
      line: random.int(1, 700),
      content: content.slice(0, 160),
    });
  }
  return {
    args: { pattern: camel(random), path: project.root },
    result: json({ total_count: matches.length, matches }),
  };
};

/** Tools that read and change files. */
export const FILE_TOOLS: Toolbox = {
  read_file: readFile,
  write_file: writeFile,
  patch,
  search_files: searchFiles,
};

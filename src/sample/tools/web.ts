import { capital, kebab, noun } from '../texts/names.ts';
import { sentence } from '../texts/prose.ts';
import { json, length, type Scene, type Tool, type Toolbox } from './tool.ts';

const address = ({ random }: Scene): string =>
  `https://${noun(random)}.example.org/${noun(random)}s/${kebab(random)}`;

const webSearch: Tool = (scene) => {
  const { random } = scene;
  const web = Array.from({ length: scene.room < 1000 ? 1 : random.int(3, 8) }, (_, position) => ({
    url: address(scene),
    title: `${capital(kebab(random))} and the ${noun(random)}`,
    description: sentence(random),
    position: position + 1,
  }));
  return {
    args: { query: `${kebab(random)} ${noun(random)}`, limit: 8 },
    result: json({ success: true, data: { web } }),
  };
};

const webExtract: Tool = (scene) => {
  const { random, library } = scene;
  const url = address(scene);
  if (random.chance(0.08)) {
    const error = random.pick(['Blocked by the site', 'The request timed out', 'HTTP 404: page not found']);
    return { args: { urls: [url] }, result: json({ results: [{ url, title: '', content: '', error }] }) };
  }
  const content = library.webPage.text(random, length(scene, 5000, 1));
  return {
    args: { urls: [url] },
    result: json({ results: [{ url, title: capital(noun(random)), content }] }),
  };
};

const navigate: Tool = (scene) => {
  const url = scene.random.chance(0.5) ? address(scene) : `http://localhost:${scene.random.int(4000, 4999)}/`;
  return { args: { url }, result: json({ success: true, url, title: capital(kebab(scene.random)) }) };
};

const ROLES = ['link', 'button', 'heading', 'listitem', 'textbox', 'img', 'row'];

const snapshot: Tool = (scene) => {
  const { random } = scene;
  const target = length(scene, 1500);
  let tree = '';
  for (let i = 1; tree.length < target; i++)
    tree += `- ${random.pick(ROLES)} "${capital(noun(random))} ${noun(random)}" [ref=e${i}]\n`;
  return {
    args: { full: random.chance(0.3) },
    result: json({ success: true, snapshot: tree, element_count: random.int(8, 200) }),
  };
};

const click: Tool = ({ random }) => {
  const ref = `@e${random.int(1, 90)}`;
  return random.chance(0.07)
    ? {
        args: { ref },
        result: json({ success: false, error: `Element ${ref} not found, take a new snapshot` }),
      }
    : { args: { ref }, result: json({ success: true, clicked: ref }) };
};

const type: Tool = ({ random }) => ({
  args: { ref: `@e${random.int(1, 90)}`, text: noun(random) },
  result: json({ success: true }),
});

const scroll: Tool = ({ random }) => ({
  args: { direction: random.pick(['down', 'up']) },
  result: json({ success: true }),
});

const browserConsole: Tool = (scene) => ({
  args: {},
  result: json({
    console: scene.library.stackTrace.text(scene.random, length(scene, 400)),
    errors: scene.random.int(0, 3),
  }),
});

/** Tools that look at the web. */
export const WEB_TOOLS: Toolbox = {
  web_search: webSearch,
  web_extract: webExtract,
  browser_navigate: navigate,
  browser_snapshot: snapshot,
  browser_click: click,
  browser_type: type,
  browser_scroll: scroll,
  browser_console: browserConsole,
};

/**
 * The floors of the house, from the ground up (docs/architecture.md): a room knows what stands below it, and no
 * neighbour. Checked by `npm run check`.
 */
const FLOORS = [
  ['words'],
  ['calendar'],
  ['hermes'],
  ['metrics', 'sample'],
  ['badges', 'usage', 'lineage', 'activity'],
  ['recap'],
  ['files', 'artwork'],
  ['archive', 'exports'],
  ['scanning'],
  ['host'],
  ['surfaces'],
];
/** They turn values into values: no files, no processes, no editor. */
const PURE = [
  'words',
  'calendar',
  'metrics',
  'badges',
  'usage',
  'lineage',
  'activity',
  'recap',
  'artwork',
  'exports',
];
/** The only one who asks the machine which zone it is in. */
const ASKS_THE_MACHINE = '^src/calendar/machineZone[.]ts$';

const room = (names) => `^src/(${names.join('|')})/`;

const upwards = FLOORS.flatMap((neighbours, floor) =>
  neighbours.map((name) => {
    const others = [...neighbours, ...FLOORS.slice(floor + 1).flat()].filter((other) => other !== name);
    return {
      name: `${name}-knows-what-is-below`,
      severity: 'error',
      from: { path: room([name]) },
      to: { path: [...(others.length > 0 ? [room(others)] : []), '^src/[^/]+[.]ts$'] },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upwards,
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'surfaces-know-not-each-other',
      comment: 'They meet at the door, scanning/scanService.ts, and in what one window shares, host/.',
      severity: 'error',
      from: { path: '^src/surfaces/([^/]+)/' },
      to: { path: '^src/surfaces/', pathNot: '^src/surfaces/$1/' },
    },
    {
      name: 'pure-rooms-know-values-only',
      severity: 'error',
      from: { path: room(PURE), pathNot: ASKS_THE_MACHINE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-scan-draws-nothing',
      severity: 'error',
      from: { path: '^src/scanning/' },
      to: { path: room(['artwork', 'exports', 'sample']) },
    },
    {
      name: 'own-files-know-no-scan',
      comment: 'What a scan knows and publishes is put into them, from above.',
      severity: 'error',
      from: { path: '^src/scanning/ownFiles/' },
      to: {
        path: '^src/scanning/',
        pathNot: '^src/scanning/(ownFiles/|worker/(voice|scanProblem)[.]ts$)',
      },
    },
    {
      name: 'a-scan-is-put-together-in-one-room',
      comment: 'What it is made of does not know it.',
      severity: 'error',
      from: { path: '^src/scanning/(changes|analysis|ledger|publishing)/' },
      to: { path: '^src/scanning/scan/' },
    },
    {
      name: 'the-editor-is-known-above-the-door',
      comment: 'What does not know VS Code runs on the command line too.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host|surfaces)/|^src/extension' },
      to: { path: '^vscode$' },
    },
    {
      name: 'the-page-is-in-a-browser',
      severity: 'error',
      from: { path: '^src/surfaces/panel/webview/' },
      to: {
        path: '^vscode$|^src/(hermes|archive|scanning/(scan|analysis|ledger|ownFiles|coordination|worker))/',
      },
    },
    {
      name: 'the-page-has-no-node',
      severity: 'error',
      from: { path: '^src/surfaces/panel/webview/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-command-line-has-no-editor',
      severity: 'error',
      from: { path: '^src/surfaces/cli/|^src/cli[.]ts$' },
      to: { path: '^vscode$|^src/host/' },
    },
    {
      name: 'the-product-needs-no-tool',
      comment: 'What is bundled is listed in package.json; tests and tools stay outside.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

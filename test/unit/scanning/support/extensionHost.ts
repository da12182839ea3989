import { registerHooks } from 'node:module';

// Looks at a home as the extension host does and says which modules its own thread loaded, and how many snapshots came.
const loaded: string[] = [];
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    loaded.push(resolved.url);
    return resolved;
  },
});
const { coordinatorFor } = await import('../../../support/scanning.ts');
const window = coordinatorFor(process.argv[2]!, { threads: 2 });
let snapshots = 0;
const done = new Promise<void>((resolve) => {
  window.onEvent(({ event }) => {
    if (event === 'chunk' || event === 'done') snapshots++;
    if (event === 'done') resolve();
  });
});
await window.achievements();
await done;
await window.dispose();
process.stdout.write(JSON.stringify({ loaded, snapshots }));

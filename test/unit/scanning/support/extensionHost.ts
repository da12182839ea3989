import { registerHooks } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Looks at a home as the extension host does and says which modules its own thread loaded, and for how long its event
// loop was ever held up.
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
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
await window.achievements();
await done;
delay.disable();
await window.dispose();
const ms = (nanoseconds: number): number => Math.round(nanoseconds / 1e5) / 10;
const delays = { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) };
process.stdout.write(JSON.stringify({ loaded, snapshots, delays }));

import { registerHooks } from 'node:module';

// Tells on stderr, at the end of a process that imports this first, which files of `src` it loaded.
const loaded: string[] = [];
registerHooks({
  load(url, context, next) {
    const [, file] = url.split('/src/');
    if (file !== undefined && url.startsWith('file:') && !url.includes('/node_modules/')) loaded.push(file);
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write(JSON.stringify(loaded)));

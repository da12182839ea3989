import type { TestEvent } from 'node:test/reporters';

/**
 * Tells of each test its name and whether it passed, a line of JSON each. A suite is told of by its tests, unless it
 * failed by itself, in a hook say.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string, void, void> {
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const passed = event.type === 'test:pass';
    const { details, name } = event.data;
    const { failureType } = ('error' in details ? details.error : {}) as { failureType?: string };
    const isToldByItsTests = passed ? details.type === 'suite' : failureType === 'subtestsFailed';
    if (!isToldByItsTests) yield `${JSON.stringify({ name, passed })}\n`;
  }
}

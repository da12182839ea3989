import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { localDayOf } from '../../../../src/calendar/localDay.ts';
import { CaseHome } from '../../../support/usage/caseHome.ts';
import { answerByScanner } from '../../../support/usage/casesByScanner.ts';
import { differences, expectedOf, usageCases } from '../../../support/usage/usageCases.ts';

describe('the cases of usage', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  for (const usageCase of usageCases()) {
    for (const zone of usageCase.zones ?? ['UTC']) {
      it(`${usageCase.name} (${zone}): ${usageCase.about}`, async (t) => {
        process.env['TZ'] = zone;
        localDayOf(0); // the day that was asked for last is remembered, as that of another zone
        // What a case expects hangs on today: its steps lie around noon, and midnight never comes.
        let now = new Date().setHours(12, 0, 0, 0);
        t.mock.timers.enable({ apis: ['Date'], now });
        const home = new CaseHome(usageCase);
        t.after(() => home.remove());
        for (const step of usageCase.steps) {
          home.apply(step, now);
          for (const check of step.checks) {
            now += 1000;
            t.mock.timers.setTime(now);
            const answer = await answerByScanner(home.root, check.args);
            const expected = expectedOf(usageCase, check, zone, now);
            assert.deepEqual(differences(answer, expected), [], check.args.join(' '));
          }
        }
      });
    }
  }
});

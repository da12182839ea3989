import type { MessagePort } from 'node:worker_threads';
import { SessionDatabase } from '../../../hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../hermes/sqlite/databaseError.ts';
import { loadDriver } from '../../../hermes/sqlite/drivers/loadDriver.ts';
import { newSessionCounter } from '../../../metrics/session/newCounter.ts';
import { CancelFlag, ScanCancelled } from '../../worker/cancelFlag.ts';
import type { AnalystOptions, AnalystReply, AnalystRequest } from '../../worker/protocol.ts';
import { scanProblem } from '../../worker/scanProblem.ts';
import { examineInARow } from '../finding.ts';

/** Analyses the sessions that the scanning thread hands over, on a connection of its own. */
export function serveAnalyses({ home, generation, cancelMemory }: AnalystOptions, port: MessagePort): void {
  const cancel = new CancelFlag(cancelMemory);
  const database = loadDriver().then(({ driver }) =>
    SessionDatabase.open(home, driver, { whileLocked: () => cancel.throwIfRaised() }),
  );
  const reply = (message: AnalystReply): void => port.postMessage(message);
  database.then((open) => reply({ type: 'opened', dataVersion: open.dataVersion() })).catch(() => undefined); // told when the first request is answered
  newSessionCounter(); // builds what all counters share, while the other thread still looks around
  port.on('message', async ({ assignments }: AnalystRequest) => {
    try {
      const open = await database;
      reply({
        type: 'found',
        findings: examineInARow(open, assignments, generation, cancel),
      });
    } catch (error) {
      reply(failure(error));
    }
  });
}

function failure(error: unknown): AnalystReply {
  return {
    type: 'failed',
    code: error instanceof HermesDatabaseError ? error.code : null,
    problem: scanProblem(error),
    cancelled: error instanceof ScanCancelled,
  };
}

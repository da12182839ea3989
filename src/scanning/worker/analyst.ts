import type { MessagePort } from 'node:worker_threads';
import { HermesDatabaseError } from '../../hermes/databaseError.ts';
import { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import { loadDriver } from '../../hermes/sqlite/loadDriver.ts';
import { type Analysis, analyseSession } from '../analyse.ts';
import { CancelFlag, ScanCancelled } from '../cancelFlag.ts';
import type { AnalystOptions, AnalystReply, AnalystRequest } from './protocol.ts';

/** Analyses the sessions that the scanning thread hands over, on a connection of its own. */
export function serveAnalyses({ home, historyMode, cancelMemory }: AnalystOptions, port: MessagePort): void {
  const cancel = new CancelFlag(cancelMemory);
  const database = loadDriver().then(({ driver }) => SessionDatabase.open(home, driver));
  database.catch(() => undefined); // told when the first request is answered
  port.on('message', async ({ assignments }: AnalystRequest) => {
    let reply: AnalystReply;
    try {
      const open = await database;
      const analyses: Analysis[] = [];
      const vanished: string[] = [];
      for (const assignment of assignments) {
        cancel.throwIfRaised();
        const analysis = analyseSession(open, assignment, historyMode, cancel);
        if (analysis) analyses.push(analysis);
        else vanished.push(assignment.id);
      }
      reply = { type: 'analysed', analyses, vanished };
    } catch (error) {
      reply = failure(error);
    }
    port.postMessage(reply);
  });
}

function failure(error: unknown): AnalystReply {
  return {
    type: 'failed',
    problem: error instanceof HermesDatabaseError ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    cancelled: error instanceof ScanCancelled,
  };
}

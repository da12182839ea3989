import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { Memory } from '../../../../src/scanning/ledger/memory.ts';
import { OwnFiles } from '../../../../src/scanning/ownFiles/ownFiles.ts';
import { HistoryScan } from '../../../../src/scanning/scan/historyScan.ts';
import { CancelFlag } from '../../../../src/scanning/worker/cancelFlag.ts';
import type { ScannerVoice } from '../../../../src/scanning/worker/voice.ts';

const { driver } = await loadDriver();

/**
 * Scans of a home in the test's own thread that save nothing.
 * @param onLook called each time that a scan has looked at the history and has read nothing yet
 */
export function historyScanOf(home: string, onLook: () => void, cancel = new CancelFlag()): HistoryScan {
  const options = {
    role: 'scan',
    home,
    historyMode: 'lifetime',
    workerFile: '',
    save: false,
    threads: 1,
    cancelMemory: cancel.memory,
  } as const;
  const voice: ScannerVoice = {
    emit: ({ event }) => event === 'metadata' && onLook(),
    log: () => undefined,
    notice: () => undefined,
  };
  const { archives, warning } = new OwnFiles(home, options, driver, voice);
  return new HistoryScan(options, driver, new Memory(archives, warning), voice);
}

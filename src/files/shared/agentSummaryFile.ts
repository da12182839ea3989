import type { AgentSummary } from '../../badges/agentSummary.ts';
import type { DataDirectory } from '../dataDirectory.ts';
import { printJson } from '../system/jsonText.ts';

/** For agents to read; nothing of ours reads it back. */
export const AGENT_SUMMARY_FILE = 'agent_summary.json';

/** @throws WriteFailed */
export async function writeAgentSummary(directory: DataDirectory, summary: AgentSummary): Promise<void> {
  await directory.write(AGENT_SUMMARY_FILE, `${printJson(summary, 2)}\n`);
}

import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds of processor time so far: the same on a busy machine as on an idle one. */
export interface ProcessorTime {
  /** Of the page's main thread. */
  page(): Promise<number>;
  /** Of all threads of the server, its workers among them; `NaN` where the system does not tell. */
  server(): number;
}

export async function processorTime(page: Page, server: number): Promise<ProcessorTime> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page: async () => 1000 * (await metric(session, 'TaskDuration')),
    server: () => threadsOf(server),
  };
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
}

/** Linux counts nanoseconds, thread by thread. */
function threadsOf(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce((sum, task) => {
    const [spent] = readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ');
    return sum + Number(spent) / 1e6;
  }, 0);
}

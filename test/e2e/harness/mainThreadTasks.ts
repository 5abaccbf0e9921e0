import type { Browser, Page } from 'playwright-core';

/** A task of the page's main thread. */
export interface Task {
  /** Milliseconds of processor time: what else runs on the machine takes no part in it. */
  readonly cpuMs: number;
  /** The step of the session that it was in. */
  readonly step: string;
  /** What took longest in it: scripts by name and place, styles, layout, paint. */
  readonly spentIn: readonly string[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly functionName?: string; readonly url?: string; readonly type?: string };
  };
}

export interface Recording {
  /** Names what the page does from here on. */
  step(name: string): Promise<void>;
  /** @returns the tasks that took the most processor time, the longest first */
  stop(): Promise<readonly Task[]>;
}

const stepMark = 'step ';

/** Records what the main thread of the page does, task by task, from Chromium's own trace. */
export async function recordTasks(browser: Browser, page: Page): Promise<Recording> {
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'blink.user_timing',
    ],
  });
  return {
    step: (name) => page.evaluate((mark) => void performance.mark(mark), stepMark + name),
    async stop() {
      const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
        traceEvents: TraceEvent[];
      };
      return tasksOf(traceEvents);
    },
  };
}

function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const marks = events
    .filter(({ name, ph }) => name.startsWith(stepMark) && 'IRrn'.includes(ph))
    .sort((one, other) => one.ts - other.ts);
  // The marks are made on the page's own main thread; other pages and threads are left out.
  const [first] = marks;
  const own = events.filter(({ pid, tid, ph }) => ph === 'X' && pid === first?.pid && tid === first.tid);
  const inside = own.filter(({ name }) => !/RunTask$/.test(name)).sort((one, other) => one.ts - other.ts);
  return own
    .filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined)
    .sort((one, other) => other.tdur! - one.tdur!)
    .slice(0, 100)
    .map((task) => ({
      cpuMs: task.tdur! / 1000,
      step: marks.findLast(({ ts }) => ts <= task.ts)?.name.slice(stepMark.length) ?? '',
      spentIn: spentIn(task, inside),
    }));
}

function spentIn(task: TraceEvent, inside: readonly TraceEvent[]): readonly string[] {
  const end = task.ts + (task.dur ?? 0);
  return inside
    .filter(({ ts, tdur }) => ts >= task.ts && ts < end && (tdur ?? 0) > 5000)
    .sort((one, other) => other.tdur! - one.tdur!)
    .slice(0, 6)
    .map(({ name, tdur, args }) => {
      const { functionName, url, type } = args?.data ?? {};
      const where = [type, functionName, url?.split('/').at(-1)].filter(Boolean).join(' ');
      return `${name}${where && ` (${where})`} ${(tdur! / 1000).toFixed(0)} ms`;
    });
}

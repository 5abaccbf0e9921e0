import type { Browser, Page } from 'playwright-core';
import { quietMs, turnYardstick } from './yardstick.ts';

/** A task of the page's main thread. */
export interface Task {
  /** Milliseconds of processor time: waiting for what else runs on the machine takes no part in it. */
  readonly cpuMs: number;
  /** The same on a machine where nothing else runs, which does not push the page out of its caches. */
  readonly quietMs: number;
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
  /** Measures how fast the machine is just now, and names what the page does from here on. */
  step(name: string): Promise<void>;
  /** @returns the task of each step that took the most, the longest first */
  stop(): Promise<readonly Task[]>;
}

const stepMark = 'step ';
const yardstick = 'yardstick';
const turns = 3;

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
  const mark = (name: string): Promise<void> =>
    page.evaluate((mark) => void performance.mark(mark), stepMark + name);
  const measure = async (): Promise<void> => {
    await mark(yardstick);
    await turnYardstick(page, turns);
  };
  return {
    async step(name) {
      await measure();
      await mark(name);
    },
    async stop() {
      await measure();
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
    .map(({ name, ts, pid, tid }) => ({ step: name.slice(stepMark.length), ts, pid, tid }))
    .sort((one, other) => one.ts - other.ts);
  // The marks are made on the page's own main thread; other pages and threads are left out.
  const [first] = marks;
  const own = events.filter(({ pid, tid, ph }) => ph === 'X' && pid === first?.pid && tid === first.tid);
  const inside = own.filter(({ name }) => !/RunTask$/.test(name)).sort((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined);
  const within = marks.map(({ step }, place) => ({
    step,
    tasks: tasks.filter(({ ts }) => ts >= marks[place].ts && ts < (marks[place + 1]?.ts ?? Infinity)),
  }));
  const turned = within.map(({ step, tasks }) => (step === yardstick ? turnsAmong(tasks) : []));
  const inAll = slowness(turned.flat());
  return within
    .flatMap(({ step, tasks }, place) => {
      if (step === yardstick) return [];
      const slow = Math.max(inAll, slowness([...turned[place - 1], ...turned[place + 1]]));
      return tasks.map((task) => ({ task, step, quietMs: task.tdur! / 1000 / slow }));
    })
    .sort((one, other) => other.quietMs - one.quietMs)
    .filter(({ step }, place, all) => all.findIndex((task) => task.step === step) === place)
    .map(({ task, step, quietMs }) => ({
      cpuMs: task.tdur! / 1000,
      quietMs,
      step,
      spentIn: spentIn(task, inside),
    }));
}

/** Processor times of the yardstick's turns, which are by far the longest tasks where nothing else is done. */
function turnsAmong(tasks: readonly TraceEvent[]): readonly number[] {
  return tasks
    .map(({ tdur }) => tdur! / 1000)
    .sort((one, other) => other - one)
    .slice(0, turns);
}

/** How many times as long the work takes that takes `quietMs` where nothing else runs; never below 1. */
function slowness(turned: readonly number[]): number {
  return Math.max(1, turned.toSorted((one, other) => one - other)[turned.length >> 1] / quietMs);
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

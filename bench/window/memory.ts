import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { choices } from './choices.ts';
import { openedStudy } from './openedStudy.ts';
import { enterRoom } from './timeChoices.ts';

interface Sample {
  readonly heap: number;
  /** Of the page's own; the heap has compiled code beside them, which grows as long as more of it is used often. */
  readonly objects: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly server: number;
}

/** Many rounds through all rooms with a choice in each: what is kept after each few, once rubbish is collected. */
export async function* memoryOverUse(
  browser: Browser,
  study: string,
  studies: string,
  rounds: number,
): AsyncGenerator<string> {
  const { server, page, close } = await openedStudy(browser, study, studies);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const samples: { round: number; sample: Sample }[] = [];
  const every = Math.max(1, Math.floor(rounds / 8));
  try {
    yield 'round | JS heap | objects | DOM nodes | listeners | server with its workers (RSS)';
    for (let round = 0; round <= rounds; round++) {
      await useAll(page, round);
      if (round % every !== 0) continue;
      const sample = await sampleOf(session, server.pid);
      samples.push({ round, sample });
      const { heap, objects, nodes, listeners, server: resident } = sample;
      yield `${round} | ${heap.toFixed(1)} MB | ${objects} | ${nodes} | ${listeners} | ${resident.toFixed(0)} MB`;
    }
    // The first rounds fill what is kept on purpose: rooms, columns, letters, compiled code.
    const settled = samples.slice(Math.ceil(samples.length / 3));
    const slope = (pick: (sample: Sample) => number): string =>
      (100 * slopeOf(settled.map(({ round, sample }) => [round, pick(sample)]))).toFixed(1);
    yield `slope in 100 rounds: heap ${slope(({ heap }) => heap)} MB, objects ${slope(({ objects }) => objects)}, nodes ${slope(({ nodes }) => nodes)}, listeners ${slope(({ listeners }) => listeners)}, server ${slope((one) => one.server)} MB`;
  } finally {
    await close();
  }
}

/** One choice in each room; variables differ from round to round, so that caches are used as an hour would use them. */
async function useAll(page: Page, round: number): Promise<void> {
  let room = '';
  for (const choice of choices.filter(({ inRounds }) => inRounds)) {
    if (choice.room !== room) await enterRoom(page, (room = choice.room));
    if (round === 0) await choice.beforeRounds?.(page);
    await choice.before?.(page);
    await choice.reach?.(page, round);
    await choice.make(page, round);
  }
  await enterRoom(page, 'Survey');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .fill(`q${100 + (round % 90)}`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function sampleOf(session: CDPSession, pid: number): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heap: metric('JSHeapUsedSize') / 1e6,
    objects: await objectsIn(session),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    server: residentMegabytes(pid),
  };
}

/** How many objects, functions and lists the page holds. */
async function objectsIn(session: CDPSession): Promise<number> {
  const objectGroup = 'counted';
  const { result } = await session.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId!,
    objectGroup,
  });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return counted.result.value as number;
}

function residentMegabytes(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

/** Of a straight line through the points, by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

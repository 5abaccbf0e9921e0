import { isAbsolute, normalize, relative, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { contract, type Input, type OperationName, type Output } from '#contract/index.ts';
import type { Reply, Request } from '#contract/envelope.ts';
import type { ReadOnlyReason } from '#contract/study.ts';
import { Problem } from '#engine/survey/problem.ts';
import { readKept } from '#operations/keptSettings.ts';
import { problemMessage } from '#operations/problems.ts';
import { Claims, type Held } from './claims.ts';
import type { Host, HostOptions } from './host.ts';
import { Keys } from './keys.ts';
import { Lane } from './lane.ts';
import { pathsIn } from './pathsIn.ts';

/** Cancelled work that goes on this long is ended. A click's work ends by itself, and its columns are kept for the next. */
const patienceMs = { quick: 10_000, file: 2000, long: 3000 };

/** How long the end of the program waits for the last changes to be saved. */
const lastSavesMs = 3000;

interface Checked {
  readonly operation: OperationName;
  readonly input: unknown;
}

/** The studies that a request has been given, and why it was not. */
interface Taken {
  readonly taken: readonly Held[];
  readonly readOnly: ReadOnlyReason | null;
}

/** A request that is not answered yet. */
interface Pending {
  readonly page: string;
  /** A change that takes no time: it is not given up because whoever asked for it is gone. */
  readonly saves: boolean;
  /** It comes with a key that nobody has used yet. */
  readonly proves: boolean;
}

/**
 * Checks each request against the contract, then has a worker answer it. There are three: what reads the user's files,
 * which may be of any size, and what takes long by its nature keep no click waiting.
 */
export function createHost({
  places,
  files,
  reopens = false,
  worker,
  patience = patienceMs,
  heap,
}: HostOptions): Host {
  const keys = new Keys();
  const lane = (name: keyof typeof patienceMs): Lane =>
    new Lane({ module: worker, places, patienceMs: patience[name], heapMegabytes: heap, keys: keys.known });
  const lanes = { quick: lane('quick'), file: lane('file'), long: lane('long') };
  const permitted = new Set<string>(
    reopens ? readKept(places.settings).recent.map(({ study }) => resolve(study)) : [],
  );
  const writable = new Set<string>();
  const claims = new Claims();
  const pending = new Map<string, Pending>();
  /** Pages that are no more. What they asked last may come after the news that they are gone. */
  const left = new Set<string>();
  let saved: () => void = () => undefined;

  function check(request: Request): Checked {
    if (!Object.hasOwn(contract, request.operation)) {
      throw new Problem('request.unknown', { operation: String(request.operation) });
    }
    const { operation } = request;
    const parsed = contract[operation].input.safeParse(request.input);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw new Problem('request.invalid', { operation, detail: `${path.join('.')}: ${message}` });
    }
    return { operation, input: parsed.data };
  }

  /** Read the same way by us and by every library below us: no `..` behind a link, no end before the end. */
  function isPlain(path: string): boolean {
    return files === 'any' || (normalize(path) === path && !path.includes('\0'));
  }

  function mayOpen(path: string): boolean {
    const inside = relative(resolve(places.studies), resolve(path));
    const outside = inside.split(/[/\\]/)[0] === '..' || isAbsolute(inside);
    const inStudies = !outside && inside.endsWith('.lfstudy');
    return files === 'any' || permitted.has(resolve(path)) || inStudies;
  }

  /** The study for the page alone, or why it may only be looked at. */
  function open(study: string, page: string, toLookAt: boolean): Taken {
    try {
      return { taken: [claims.take(study, page)], readOnly: null };
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      if (code === 'study.openInWindow' && toLookAt) return { taken: [], readOnly: 'otherWindow' };
      if (code === 'study.openElsewhere') return { taken: [], readOnly: 'otherProgram' };
      if (code === 'study.notWritable') return { taken: [], readOnly: 'notWritable' };
      throw error;
    }
  }

  /** The studies that a request changes. */
  function take({ operation, input }: Checked, studies: readonly string[], page: string): Taken {
    if (!contract[operation].writes) return { taken: [], readOnly: null };
    if (operation === 'study.open') {
      return open(studies[0], page, (input as Input<'study.open'>).toLookAt ?? false);
    }
    const taken: Held[] = [];
    try {
      for (const study of studies) taken.push(claims.take(study, page));
    } catch (error) {
      for (const held of taken) claims.answered(held, false);
      throw error;
    }
    return { taken, readOnly: null };
  }

  /**
   * A study that an import has made belongs to the page, unless another program was there before it. Where it cannot be
   * had, the import is answered all the same, and opening the study says why.
   */
  function keep({ study: { study } }: Output<'survey.import'>, page: string): void {
    let opened: Taken;
    try {
      opened = open(study, page, true);
    } catch {
      return;
    }
    for (const held of opened.taken) claims.answered(held, true);
  }

  /** What an answer means for who has which study open. */
  function done(operation: OperationName, result: unknown, studies: readonly string[], page: string): void {
    if (operation === 'survey.import') keep(result as Output<'survey.import'>, page);
    if (operation === 'study.restore' || operation === 'study.rescue')
      permitted.add(resolve((result as Output<typeof operation>).study));
    for (const study of studies) {
      if (operation === 'study.open' || operation === 'study.unlock') keys.open(study, page);
      if (operation === 'study.protect') keys.changed(study, page);
      if (operation === 'study.close') {
        claims.giveBack(study, page);
        keys.close(study, page);
      }
    }
  }

  /** Has one lane do its work while the others rest. */
  async function alone(named: keyof typeof lanes, job: Parameters<Lane['call']>[0]): Promise<void> {
    const others = Object.values(lanes).filter((one) => one !== lanes[named]);
    await Promise.all(others.map((one) => one.pause()));
    const reply = (message: Reply): void => {
      if (message.kind !== 'progress') for (const one of others) one.resume();
      job.reply(message);
    };
    lanes[named].call({ ...job, reply });
  }

  function cancel(id: string): void {
    for (const one of Object.values(lanes)) one.cancel(id);
  }

  function abandon(id: string): void {
    if (!pending.get(id)?.saves) cancel(id);
  }

  /** What a page that is no more has asked to be saved is saved before its studies are let go. */
  function leave(page: string): void {
    left.add(page);
    for (const [id, one] of pending) if (one.page === page) abandon(id);
    letGo(page);
  }

  function letGo(page: string): void {
    if (!left.has(page) || [...pending.values()].some((one) => one.page === page)) return;
    claims.giveBackAll(page);
    keys.closeAll(page);
    lock();
  }

  /** Whoever opens next what nobody has open says its passphrase. */
  function lock(): void {
    if (![...pending.values()].some(({ proves }) => proves)) keys.forgetUnused();
  }

  function settled(id: string, page: string): void {
    pending.delete(id);
    letGo(page);
    lock();
    if (![...pending.values()].some(({ saves }) => saves)) saved();
  }

  return {
    call(request, reply, page = '') {
      const { id } = request;
      try {
        const checked = check(request);
        const { operation, input } = checked;
        const paths = pathsIn(input);
        for (const path of [...paths.files, ...paths.studies]) {
          if (!(isPlain(path) && mayOpen(path))) throw new Problem('file.notPermitted', { file: path });
        }
        for (const to of paths.targets) {
          if (files !== 'any' && !(isPlain(to) && writable.has(resolve(to)))) {
            throw new Problem('file.notPermitted', { file: to });
          }
        }
        const { lane: named, writes } = contract[operation];
        const { taken, readOnly } = take(checked, paths.studies, page);
        const lane = named === 'quick' && paths.files.length > 0 ? 'file' : named;
        const proves = operation === 'study.unlock' || operation === 'study.protect';
        pending.set(id, { page, saves: writes && lane === 'quick', proves });
        const answered = (message: Reply): void => {
          if (message.kind !== 'progress') {
            const succeeded = message.kind === 'result';
            for (const held of taken) claims.answered(held, succeeded);
            if (message.kind === 'result') done(operation, message.result, paths.studies, page);
            settled(id, page);
          }
          reply(message);
        };
        const job = { id, operation, input, readOnly, reply: answered };
        if (operation === 'study.protect') void alone(lane, job);
        else lanes[lane].call(job);
      } catch (error) {
        reply({ id, kind: 'error', problem: problemMessage(error) });
      }
    },
    cancel,
    abandon,
    leave,
    pageOf: (study) => claims.pageOf(study),
    permit(path) {
      permitted.add(resolve(path));
    },
    permitWriting(path) {
      writable.add(resolve(path));
    },
    async close() {
      if ([...pending.values()].some(({ saves }) => saves)) {
        const all = new Promise<void>((resolve) => (saved = resolve));
        await Promise.race([all, after(lastSavesMs, undefined, { ref: false })]);
      }
      await Promise.all(Object.values(lanes).map((one) => one.close()));
      claims.releaseAll();
    },
  };
}

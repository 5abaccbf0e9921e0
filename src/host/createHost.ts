import { isAbsolute, normalize, relative, resolve } from 'node:path';
import { contract, type OperationName } from '#contract/index.ts';
import type { Reply, Request } from '#contract/envelope.ts';
import { Problem } from '#engine/survey/problem.ts';
import { readKept } from '#operations/keptSettings.ts';
import { problemMessage } from '#operations/problems.ts';
import { claimStudy, type Claim } from '#project/claimStudy.ts';
import type { Host, HostOptions } from './host.ts';
import { Lane } from './lane.ts';
import { pathsIn } from './pathsIn.ts';

/** Cancelled work that goes on this long is ended. A click's work ends by itself, and its columns are kept for the next. */
const patienceMs = { quick: 10_000, file: 2000, long: 3000 };

/** A study that this program keeps for itself, from the first time that it changed or opened it. */
interface Held {
  readonly claim: Claim;
  /** Requests that are at work on it. */
  working: number;
  kept: boolean;
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
  const lane = (name: keyof typeof patienceMs): Lane =>
    new Lane({ module: worker, places, patienceMs: patience[name], heapMegabytes: heap });
  const lanes = { quick: lane('quick'), file: lane('file'), long: lane('long') };
  const permitted = new Set<string>(
    reopens ? readKept(places.settings).recent.map(({ study }) => resolve(study)) : [],
  );
  const writable = new Set<string>();
  const claims = new Map<string, Held>();

  function check(request: Request): { operation: OperationName; input: unknown } {
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

  function claim(study: string): Held {
    const held = claims.get(study) ?? { claim: claimStudy(study), working: 0, kept: false };
    claims.set(study, held);
    held.working++;
    return held;
  }

  /** What could not be opened or changed after all is left to others. */
  function finished(study: string, held: Held, succeeded: boolean): void {
    held.working--;
    held.kept ||= succeeded;
    if (held.working === 0 && !held.kept) release(study);
  }

  function release(study: string): void {
    claims.get(study)?.claim.release();
    claims.delete(study);
  }

  return {
    call(request, reply) {
      const { id } = request;
      try {
        const { operation, input } = check(request);
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
        const studies = paths.studies.map((study) => resolve(study));
        const held = writes ? studies.map((study) => ({ study, held: claim(study) })) : [];
        const answered = (message: Reply): void => {
          const succeeded = message.kind === 'result';
          if (message.kind !== 'progress') held.forEach((one) => finished(one.study, one.held, succeeded));
          if (operation === 'study.close' && succeeded) studies.forEach(release);
          reply(message);
        };
        const chosen = named === 'quick' && paths.files.length > 0 ? 'file' : named;
        lanes[chosen].call(id, operation, input, answered);
      } catch (error) {
        reply({ id, kind: 'error', problem: problemMessage(error) });
      }
    },
    cancel(id) {
      for (const one of Object.values(lanes)) one.cancel(id);
    },
    permit(path) {
      permitted.add(resolve(path));
    },
    permitWriting(path) {
      writable.add(resolve(path));
    },
    async close() {
      await Promise.all(Object.values(lanes).map((one) => one.close()));
      for (const study of [...claims.keys()]) release(study);
    },
  };
}

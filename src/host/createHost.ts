import { normalize, relative, resolve } from 'node:path';
import { contract, type OperationName } from '#contract/index.ts';
import type { Reply, Request } from '#contract/envelope.ts';
import { Problem } from '#engine/survey/problem.ts';
import { problemMessage } from '#operations/problems.ts';
import { claimStudy, type Claim } from '#project/claimStudy.ts';
import type { Host, HostOptions } from './host.ts';
import { Lane } from './lane.ts';
import { pathsIn } from './pathsIn.ts';

/** Checks each request against the contract, then has a worker answer it: quick ones never wait for long ones. */
export function createHost({ places, files, worker }: HostOptions): Host {
  const lanes = { quick: new Lane(worker, { places }), long: new Lane(worker, { places }) };
  const permitted = new Set<string>();
  const writable = new Set<string>();
  const claims = new Map<string, Claim>();

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
    const inStudies = inside !== '' && !inside.startsWith('..') && inside.endsWith('.lfstudy');
    return files === 'any' || permitted.has(resolve(path)) || inStudies;
  }

  function claim(study: string): void {
    if (!claims.has(study)) claims.set(study, claimStudy(study));
  }

  function release(study: string): void {
    claims.get(study)?.release();
    claims.delete(study);
  }

  return {
    call(request, reply) {
      const { id } = request;
      try {
        const { operation, input } = check(request);
        const { file, study, companion, to } = pathsIn(input);
        for (const path of [file, study, companion]) {
          if (path !== null && !(isPlain(path) && mayOpen(path)))
            throw new Problem('file.notPermitted', { file: path });
        }
        if (to !== null && files !== 'any' && !(isPlain(to) && writable.has(resolve(to)))) {
          throw new Problem('file.notPermitted', { file: to });
        }
        const { lane, writes } = contract[operation];
        if (study !== null && writes) claim(resolve(study));
        const answered = (message: Reply): void => {
          if (operation === 'study.close' && study !== null && message.kind === 'result') {
            release(resolve(study));
          }
          reply(message);
        };
        lanes[lane].call(id, operation, input, answered);
      } catch (error) {
        reply({ id, kind: 'error', problem: problemMessage(error) });
      }
    },
    cancel(id) {
      lanes.quick.cancel(id);
      lanes.long.cancel(id);
    },
    permit(path) {
      permitted.add(resolve(path));
    },
    permitWriting(path) {
      writable.add(resolve(path));
    },
    async close() {
      await Promise.all([lanes.quick.close(), lanes.long.close()]);
      for (const study of [...claims.keys()]) release(study);
    },
  };
}

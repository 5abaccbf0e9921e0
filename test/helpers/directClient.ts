import { createClient, type Client } from '#contract/client.ts';
import type { Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import { problemMessage } from '#operations/problems.ts';
import { asked } from './asked.ts';

/** The client without a host: operations answer in the test itself. */
export function directClient(): Client {
  let tell: (reply: Reply) => void = () => undefined;
  return createClient({
    call: ({ id, operation, input }) => {
      asked(operation as OperationName, input as never).then(
        (result) => tell({ id, kind: 'result', result }),
        (error: unknown) => tell({ id, kind: 'error', problem: problemMessage(error) }),
      );
    },
    cancel: () => undefined,
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
  });
}

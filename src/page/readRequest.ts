import { z } from 'zod';
import type { Request } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';

const envelope = z.strictObject({
  id: z.string().min(1).max(200),
  operation: z.custom<OperationName>((name) => typeof name === 'string' && name.length < 100),
  input: z.unknown(),
});

/** The envelope of a call, or `undefined` for anything else. Operation and input are the host's to check. */
export function readRequest(message: unknown): Request | undefined {
  return envelope.safeParse(message).data;
}

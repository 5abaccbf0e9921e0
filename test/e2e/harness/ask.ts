import type { Page } from 'playwright-core';
import type { Input, OperationName, Output } from '#contract/index.ts';

/** Asks the host as the window does, past its buttons: for what a spec needs but does not test. */
export async function ask<Name extends OperationName>(
  page: Page,
  operation: Name,
  input: Input<Name>,
  id = `spec:${Math.random()}`,
): Promise<Output<Name>> {
  const reply = await page.evaluate(
    ({ operation, input, id }) =>
      new Promise<unknown>((resolve, reject) => {
        const bridge = window.largerFreedom;
        const stop = bridge?.subscribe((reply) => {
          if (reply.id !== id || reply.kind === 'progress') return;
          stop?.();
          if (reply.kind === 'result') resolve(reply.result);
          else reject(new Error(JSON.stringify(reply)));
        });
        bridge?.call({ id, operation, input });
      }),
    { operation, input, id },
  );
  return reply as Output<Name>;
}

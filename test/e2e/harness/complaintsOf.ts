import type { BrowserContext } from 'playwright-core';

/** Errors in the pages' consoles: exceptions, and everything that the pages' policy had to refuse. */
export function complaintsOf(context: BrowserContext, provoked = false): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !provoked) complaints.push(message.text());
  });
  context.on('weberror', (error) => {
    if (!provoked) complaints.push(String(error.error().stack));
  });
  return complaints;
}

export function failOn(what: string, complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(`${what}:\n${complaints.join('\n')}`);
}

import { UsageError } from './usageError.ts';

interface Words {
  readonly to?: string;
  readonly make?: boolean;
  readonly restore?: string;
  readonly delete?: boolean;
}

/** What of `backups` and `rescue` does not go together. @throws UsageError */
export function refuseCopies(command: string, { to, make, restore, ...words }: Words): void {
  if (command !== 'backups' && command !== 'rescue') return;
  const refuse = (why: string): never => {
    throw new UsageError(`${command}: ${why}`);
  };
  if (to !== undefined && !to.endsWith('.lfstudy')) refuse('--to names a file that ends in .lfstudy');
  if (command === 'rescue') return;
  if ((restore === undefined) !== (to === undefined)) refuse('--restore and --to go together');
  const asked = [make, restore !== undefined, words.delete].filter(Boolean);
  if (asked.length > 1) refuse('--make, --restore and --delete do not go together');
}

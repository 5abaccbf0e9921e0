import type { OperationName } from '#contract/index.ts';
import type { Handler, Handlers } from './context.ts';

type Published = Extract<OperationName, `publication.${string}`>;

/**
 * Loaded when the first of them is asked for: what draws pictures and writes documents takes its time, and every
 * worker, and with them the window, would wait for it.
 */
const later =
  <Name extends Published>(load: () => Promise<Handler<Name>>): Handler<Name> =>
  async (input, context) =>
    (await load())(input, context);

export const publication: Handlers<'publication'> = {
  'publication.text': later(async () => (await import('./publication/text.ts')).text['publication.text']),
  'publication.figure': later(
    async () => (await import('./publication/figure.ts')).figure['publication.figure'],
  ),
  'publication.preview': later(
    async () => (await import('./publication/figure.ts')).figure['publication.preview'],
  ),
  'publication.table': later(
    async () => (await import('./publication/table.ts')).publishedTable['publication.table'],
  ),
  'publication.clipboard': later(
    async () => (await import('./publication/table.ts')).publishedTable['publication.clipboard'],
  ),
  'publication.code': later(async () => (await import('./publication/code.ts')).code['publication.code']),
  'publication.run': later(async () => (await import('./publication/run.ts')).run['publication.run']),
};

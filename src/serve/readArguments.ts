import { parseArgs } from 'node:util';
import { sampleNames, startWithPath, type Start } from '#page/start.ts';
import { serveWords } from '#words/en/serve.ts';

export interface ServeArguments {
  /** 0 means a free one. */
  readonly port: number;
  /** `undefined`: where there is a desktop. */
  readonly open: boolean | undefined;
  readonly help: boolean;
  readonly start: Start;
}

/** Wrong usage; the message says what is wrong. */
export class UsageError extends Error {}

/** @throws `UsageError` */
export function readArguments(args: readonly string[], folder: string): ServeArguments {
  const { values, positionals } = parse(args);
  const { port, sample } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    throw new UsageError(serveWords.portInvalid(port));
  }
  if (sample !== undefined && !sampleNames.includes(sample)) {
    throw new UsageError(serveWords.sampleUnknown(sample, sampleNames));
  }
  if (positionals.length + (sample === undefined ? 0 : 1) > 1) throw new UsageError(serveWords.oneOnly);
  return {
    port: Number(port ?? 0),
    open: values['no-open'] ? false : values.open,
    help: values.help ?? false,
    start: sample ? { sample } : positionals.length > 0 ? startWithPath(positionals[0], folder) : {},
  };
}

function parse(args: readonly string[]) {
  const known = ['port', 'sample', 'open', 'no-open', 'help'];
  const { tokens, ...parsed } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      sample: { type: 'string' },
      open: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name)) throw new UsageError(serveWords.unknownOption(token.rawName));
    const takesValue = token.name === 'port' || token.name === 'sample';
    if (takesValue && !token.value) throw new UsageError(serveWords.valueMissing(token.rawName));
    if (!takesValue && token.value !== undefined)
      throw new UsageError(serveWords.unknownOption(`${token.rawName}=`));
  }
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const { values, positionals } = parsed;
  return {
    positionals,
    values: {
      port: text(values.port),
      sample: text(values.sample),
      open: values.open === true ? true : undefined,
      'no-open': values['no-open'] === true,
      help: values.help === true,
    },
  };
}

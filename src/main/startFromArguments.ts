import { sampleNames, startWithPath, type Start } from '#page/start.ts';

/**
 * `larger-freedom [--sample=NAME] [STUDY|FILE]`. Chromium's and Electron's own switches stand among
 * the arguments and are passed over; so is the app's folder where Electron was started with it.
 */
export function startFromArguments(argv: readonly string[], folder: string, withAppFolder: boolean): Start {
  const args = argv.slice(1);
  const sample = args.find((arg) => arg.startsWith('--sample='))?.slice('--sample='.length);
  if (sample && sampleNames.includes(sample)) return { sample };
  const paths = args.filter((arg) => !arg.startsWith('-')).slice(withAppFolder ? 1 : 0);
  return paths.length > 0 ? startWithPath(paths[0], folder) : {};
}

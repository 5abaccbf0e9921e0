import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';

/** Replaces the survey of a study in a program of its own, which tells how far it is: `node replaceAlone.ts STUDY FILE`. */
const [study, file] = process.argv.slice(2);
const host = createHost({
  places: { studies: '/', samples: '/' },
  files: 'any',
  worker: new URL('../../src/host/worker.ts', import.meta.url),
});
await clientOf(host).survey.replace(
  { study, survey: null, file },
  { onProgress: ({ fraction }) => console.log(fraction) },
);
await host.close();

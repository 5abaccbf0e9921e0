import { serveWords } from '#words/en/serve.ts';

/** As in package.json: what an older Node makes of the rest is a crash somewhere in it. */
const neededNode = 24;

if (Number(process.versions.node.split('.')[0]) < neededNode) {
  process.stderr.write(`${serveWords.nodeTooOld(neededNode, process.versions.node)}\n`);
  process.exitCode = 1;
} else {
  await import('./index.ts');
}

import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../../src/host/workerMessages.ts';
import { openStudy } from '#project/openStudy.ts';
import { unfinishedName } from '#project/unfinished.ts';

/** A worker that goes wrong as the name of the file that it is asked about says. */
const send = (message: FromWorker): void => parentPort!.postMessage(message);

const ways: Readonly<Record<string, (message: ToWorker) => unknown>> = {
  /** Never hears that it is to stop. */
  loop: ({ id }) => {
    send({ id, kind: 'progress', progress: { stage: 'reading', fraction: 0, rows: 0, rowCount: null } });
    for (;;);
  },
  /** In the middle of a transaction, with a file half written. */
  write: ({ id, input }) => {
    const { study } = input as { study: string };
    const { database } = openStudy(study);
    database.exec("BEGIN IMMEDIATE; UPDATE study SET name = 'half'");
    writeFileSync(unfinishedName(study), 'half');
    send({ id, kind: 'progress', progress: { stage: 'reading', fraction: 0, rows: 0, rowCount: null } });
    for (;;);
  },
  /** Writes what it did, which takes longer than anybody waits. */
  save: ({ id }) => {
    send({ id, kind: 'progress', progress: { stage: 'saving', fraction: 1, rows: 1, rowCount: 1 } });
    const end = performance.now() + 600;
    while (performance.now() < end);
    return 'saved';
  },
  memory: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => `${kept.length} ${at}`));
  },
  exit: () => process.exit(3),
  crash: () => void setImmediate(() => Promise.reject(new Error('a mistake'))),
  good: () => 'good',
};

/** What an import answers: a study, that lies where none can be. */
function madeStudy(name: unknown): unknown {
  return { study: { study: '/nowhere/made.lfstudy', name } };
}

parentPort!.on('message', (message: ToWorker) => {
  const { file = '/good' } = message.input as { file?: string };
  const way = file.replace(/^.*\//, '').replace(/\..*$/, '');
  const result = ways[way](message);
  if (way === 'crash') return;
  const isImport = message.operation === 'survey.import';
  send({ id: message.id, kind: 'result', result: isImport ? madeStudy(result) : result });
});

import type { HistoryMove } from '#contract/history.ts';
import { tableOf } from '#project/definitionTables.ts';
import { historyOf, moveHistory, type Direction } from '#project/history.ts';
import { readStudy } from '#project/openStudy.ts';
import { change } from './study/change.ts';
import type { Handlers } from './context.ts';

export const history: Handlers<'history'> = {
  'history.list': ({ study: path }) => {
    const study = readStudy(path);
    try {
      return historyOf(study);
    } finally {
      study.close();
    }
  },
  'history.undo': ({ study }) => move(study, 'undo'),
  'history.redo': ({ study }) => move(study, 'redo'),
};

function move(path: string, direction: Direction): HistoryMove {
  return change(path, (study) => {
    const moved = moveHistory(study, direction);
    const touched = (moved?.changes ?? []).map(({ table }) => tableOf(table).part);
    return {
      done: moved?.step ?? null,
      ...historyOf(study),
      touched: [...new Set(touched)],
      survey: moved?.step.survey ?? null,
    };
  });
}

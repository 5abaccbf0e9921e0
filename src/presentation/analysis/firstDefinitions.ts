import type { AnalysisDefinition, AnalysisRoom } from '#contract/analysisDefinition.ts';
import { emptyTable } from '../tables/tableDefinition.ts';

export type DefinitionOf<Room extends AnalysisRoom> = Extract<AnalysisDefinition, { room: Room }>;

/** What each room of a survey shows. */
export type RoomDefinitions = { readonly [Room in AnalysisRoom]: DefinitionOf<Room> };

/** What each room shows before anything was chosen in it. */
export const firstDefinitions: RoomDefinitions = {
  matrix: {
    room: 'matrix',
    measure: 'both',
    order: 'share',
    view: 'chart',
    by: null,
    values: null,
    pair: null,
    pairBy: null,
  },
  freedoms: {
    room: 'freedoms',
    view: 'bars',
    by: null,
    atLeast: { fear: 1, want: 1 },
    answered: 'half',
  },
  tables: emptyTable,
  priorities: {
    room: 'priorities',
    picture: 'ranking',
    freedom: 'all',
    dimension: 'all',
    by: null,
    groupsAs: 'lanes',
    sort: { key: 'rank', descending: false },
    concern: null,
    concernBy: null,
  },
};

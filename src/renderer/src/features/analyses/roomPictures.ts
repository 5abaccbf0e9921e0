import { Grid2x2, Grid3x3, ListOrdered, Table2 } from '@lucide/vue';
import type { AnalysisRoom } from '#contract/analysisDefinition.ts';

/** The sign of each room of results. */
export const roomPictures = {
  matrix: Grid3x3,
  freedoms: Grid2x2,
  tables: Table2,
  priorities: ListOrdered,
} as const satisfies Record<AnalysisRoom, unknown>;

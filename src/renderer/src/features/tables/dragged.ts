import { shallowRef } from 'vue';
import type { RowItem } from '#presentation/tables/tableDefinition.ts';

/** What is dragged within the window: a variable or set of the list, or an item of a shelf by its place. */
export type Dragged =
  | { readonly from: 'list'; readonly row: RowItem | null; readonly column: string | null }
  | { readonly from: 'rows' | 'columns'; readonly place: number };

/** The browser hands over a drag's data only when it is dropped; where it may go is asked before. */
export const dragged = shallowRef<Dragged | null>(null);

export function startDrag(event: DragEvent, what: Dragged): void {
  dragged.value = what;
  event.dataTransfer?.setData('text/plain', '');
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyMove';
  const source = event.target;
  source?.addEventListener('dragend', () => (dragged.value = null), { once: true });
}

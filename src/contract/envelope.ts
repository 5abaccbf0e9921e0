import type { OperationName } from './index.ts';
import type { ProblemMessage } from './problem.ts';

/** What travels between a caller and the host, over any transport. */
export type Request = { readonly id: string; readonly operation: OperationName; readonly input: unknown };

export type Reply =
  | { readonly id: string; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: string; readonly kind: 'result'; readonly result: unknown }
  | { readonly id: string; readonly kind: 'error'; readonly problem: ProblemMessage }
  | { readonly id: string; readonly kind: 'cancelled' };

export interface Progress {
  readonly stage: 'opening' | 'reading' | 'saving' | 'making';
  /** 0–1 over the whole operation. */
  readonly fraction: number;
  readonly rows: number | null;
  readonly rowCount: number | null;
}

import type { Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import type { ReadOnlyReason } from '#contract/study.ts';
import type { StudyKey } from '#project/studyKey.ts';
import type { Places } from './host.ts';

export interface WorkerSetup {
  readonly places: Places;
}

export interface ToWorker {
  readonly id: string;
  readonly operation: OperationName;
  /** Already parsed by the contract. */
  readonly input: unknown;
  readonly readOnly: ReadOnlyReason | null;
  /** Of studies that are unlocked. */
  readonly keys: readonly StudyKey[];
  /** One shared Int32, 1 once the caller wants the work to stop: a loop cannot hear a message. */
  readonly cancelFlag: SharedArrayBuffer;
}

export type FromWorker = Reply | { readonly id: string; readonly kind: 'key'; readonly key: StudyKey };

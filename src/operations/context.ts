import type { Progress } from '#contract/envelope.ts';
import type { OperationName, Output, ParsedInput } from '#contract/index.ts';
import type { ReadOnlyReason } from '#contract/study.ts';
import type { StudyKey } from '#project/studyKey.ts';

/** What an operation is given besides its input. */
export interface OperationContext {
  readonly places: { readonly studies: string; readonly samples: string; readonly settings?: string };
  /** Why the study that is being opened may only be looked at, where that is so. */
  readonly readOnly?: ReadOnlyReason | null;
  /** Milliseconds since 1970; the clock where it is left out. */
  readonly now?: () => number;
  /** Hands a key that was proven to whoever else opens the study. */
  shareKey?(key: StudyKey): void;
  report(progress: Progress): void;
  /** A loop calls this as often as it reports: a cancelled operation stops there. */
  throwIfCancelled(): void;
}

export type Handler<Name extends OperationName> = (
  input: ParsedInput<Name>,
  context: OperationContext,
) => Promise<Output<Name>> | Output<Name>;

/** The part of the contract whose names begin with `Noun`, as handlers. */
export type Handlers<Noun extends string> = {
  readonly [Name in Extract<OperationName, `${Noun}.${string}`>]: Handler<Name>;
};

/** Thrown by `throwIfCancelled`; the host answers `cancelled`. */
export class OperationCancelled extends Error {}

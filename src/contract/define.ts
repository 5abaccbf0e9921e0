import type { z } from 'zod';

/**
 * One thing that the app can be asked. `lane` says which worker answers: `quick` for what a click
 * waits for, `long` for work with a progress bar. `opens` names the input fields that hold paths of
 * files; the host lets through only paths that the user has chosen. `writes` marks operations that
 * change a study, which one program at a time may do.
 */
export interface OperationContract<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  readonly lane: 'quick' | 'long';
  readonly writes: boolean;
}

export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  traits: { lane?: 'quick' | 'long'; writes?: boolean } = {},
): OperationContract<Input, Output> {
  return { input, output, lane: traits.lane ?? 'quick', writes: traits.writes ?? false };
}

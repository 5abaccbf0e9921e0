/** The command line was not understood: code 2. */
export class UsageError extends Error {}

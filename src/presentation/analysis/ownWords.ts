/** What a room says of its own result. */
export interface OwnWords {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
}

/** In a picture what is uncertain is faded, and letters and the marks of reasons are left to the table. */
export type Medium = 'figure' | 'table';

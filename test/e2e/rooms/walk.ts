export type Codes = readonly (string | number)[];
export type Role = 'weight' | 'strata' | 'psu' | 'area';

/** A survey file, and what is done with it in every room. */
export interface Walk {
  /** Chosen together; the first holds the answers. */
  readonly files: readonly string[];
  readonly rows: number;
  readonly variables: number;
  /** What is accepted of what the app noticed. */
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  /** How the terminal is told of the other files, and of what the window marked as missing. */
  readonly reading?: readonly string[];
  readonly missing: readonly string[];
  /** The codes that count as concerned. */
  readonly fear: Readonly<Record<string, Codes>>;
  readonly want: Readonly<Record<string, Codes>>;
  /** Groups to compare: a few, and many. They stand in the columns of the table. */
  readonly by: string;
  readonly many: string;
  readonly tableRows: readonly [string, string];
  readonly mean: string;
}

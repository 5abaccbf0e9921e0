import type { Item } from './item.ts';

/** What the generator is told about a country. The shares and indexes are invented; place names are real. */
export interface Country {
  readonly seed: number;
  /** Departments or divisions. */
  readonly areas: readonly Area[];
  readonly strata: readonly Stratum[];
  readonly cells: readonly Cell[];
  /** Number of PSUs in the whole country, roughly. */
  readonly framePsus: number;
  /** Mean number of households in a PSU. */
  readonly psuHouseholds: number;
  readonly urban: { readonly hardship: number; readonly danger: number };
  /** Standard deviations of hardship and danger between the PSUs of a stratum. */
  readonly betweenPsus: { readonly hardship: number; readonly danger: number };
  /** Share of households that belong to the minority, in a middling PSU. */
  readonly minorityShare: number;
  readonly items: readonly Item[];
}

export interface Area {
  readonly code: number;
  readonly name: string;
  /** Around 0; higher is harder, or more dangerous. */
  readonly hardship: number;
  readonly danger: number;
}

export interface Stratum {
  readonly code: number;
  readonly label: string;
  readonly area: number;
  readonly urban: boolean;
  /** Households to interview in each PSU drawn, one number a PSU. */
  readonly takes: readonly number[];
}

/** The part of a commune or district that lies in a stratum. */
export interface Cell {
  readonly stratum: number;
  readonly locality: number;
  /** Thousands of people, roughly. */
  readonly size: number;
}

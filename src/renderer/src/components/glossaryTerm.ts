import type { glossary } from '#words/en/glossary.ts';

/** A word of statistics that the program explains. */
export type GlossaryTerm = keyof (typeof glossary)['terms'];

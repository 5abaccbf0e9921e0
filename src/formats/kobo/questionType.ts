export interface QuestionType {
  readonly kind: 'one' | 'multiple' | 'note' | 'calculation' | 'other';
  /** Name of the list of choices, or `null`. */
  readonly list: string | null;
  /** Whether “other” asks for a text, which stands in a column of its own: the question’s name and `_other`. */
  readonly orOther: boolean;
}

const one =
  /^(?:select[_ ]one(?: from)?|select1|add select one prompt using) (\S+)( or[_ ](?:specify )?other)?/i;
const multiple =
  /^(?:select[_ ]multiple(?: from)?|select all that apply(?: from)?|add select multiple prompt using) (\S+)( or[_ ](?:specify )?other)?/i;

/** Reads the type of a question as XLSForm writes it, older spellings too (pyxform’s `aliases.py`). */
export function questionTypeOf(type: string): QuestionType {
  const words = type.trim().replace(/\s+/g, ' ');
  for (const [kind, pattern] of [
    ['one', one],
    ['multiple', multiple],
  ] as const) {
    const match = pattern.exec(words);
    if (match !== null) return { kind, list: match[1], orOther: match[2] !== undefined };
  }
  if (/^note$/i.test(words)) return { kind: 'note', list: null, orOther: false };
  if (/^calculat(e|ion)$/i.test(words)) return { kind: 'calculation', list: null, orOther: false };
  return { kind: 'other', list: null, orOther: false };
}

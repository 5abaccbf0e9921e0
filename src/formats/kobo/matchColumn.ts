import type { Choice, Question, XlsForm } from './xlsForm.ts';

/** What a column of an export is, as the form tells. */
export type ColumnMatch =
  | { readonly is: 'answer'; readonly question: Question }
  | { readonly is: 'choice'; readonly question: Question; readonly choice: Choice }
  | { readonly is: 'otherText'; readonly question: Question };

/** Between groups and names Kobo writes `/` (or `.`), ODK Central `-`, and R makes `.` of all of them. */
const separators = ['/', '.', '-', ':'];

/** Finds the questions of a form by the headers of an export: `name`, `group/name`, `group/name/choice`, `name_other`. */
export class FormColumns {
  readonly #form: XlsForm;
  readonly #questions: ReadonlyMap<string, Question>;

  constructor(form: XlsForm) {
    this.#form = form;
    this.#questions = new Map(form.questions.map((question) => [question.name, question]));
  }

  /** `null` for a column that is not in the form. */
  match(header: string): ColumnMatch | null {
    const whole = this.#answer(header);
    if (whole !== null) return whole;
    for (const separator of separators) {
      const choice = this.#choice(header, separator);
      if (choice !== null) return choice;
      const at = header.lastIndexOf(separator);
      if (at <= 0) continue;
      const before = lastPart(header.slice(0, at), separator);
      const inGroup = this.#form.groups.has(before) || this.#form.repeats.has(before);
      const answer = inGroup || separator === '/' ? this.#answer(header.slice(at + 1)) : null;
      if (answer !== null) return answer;
    }
    return null;
  }

  #answer(name: string): ColumnMatch | null {
    const question = this.#questions.get(name);
    if (question !== undefined) return { is: 'answer', question };
    const asked = name.endsWith('_other') ? this.#questions.get(name.slice(0, -6)) : undefined;
    return asked?.orOther === true ? { is: 'otherText', question: asked } : null;
  }

  /** Codes may hold the separator themselves, so every place where the question’s name could end is tried. */
  #choice(header: string, separator: string): ColumnMatch | null {
    for (let at = header.indexOf(separator); at >= 0; at = header.indexOf(separator, at + 1)) {
      const question = this.#questionAtEnd(header.slice(0, at), separator);
      if (question?.kind !== 'multiple') continue;
      const code = header.slice(at + 1);
      const choice = choicesFor(this.#form, question).find(({ name }) => name === code);
      if (choice !== undefined) return { is: 'choice', question, choice };
    }
    return null;
  }

  #questionAtEnd(path: string, separator: string): Question | undefined {
    return this.#questions.get(path) ?? this.#questions.get(lastPart(path, separator));
  }
}

const other: Choice = { name: 'other', labels: new Map([['', 'Other']]) };

/** The choices of a question, with the one that `or_other` adds. */
export function choicesFor({ choices }: XlsForm, { list, orOther }: Question): readonly Choice[] {
  const listed = list === null ? [] : (choices.get(list) ?? []);
  return orOther && !listed.some(({ name }) => name === 'other') ? [...listed, other] : listed;
}

function lastPart(path: string, separator: string): string {
  return path.slice(path.lastIndexOf(separator) + 1);
}

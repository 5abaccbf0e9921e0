import { questionTypeOf, type QuestionType } from './questionType.ts';

/** A text in each of the form's languages; '' stands for a form that does not name its language. */
export type Texts = ReadonlyMap<string, string>;

export interface Question extends QuestionType {
  readonly name: string;
  readonly labels: Texts;
  /** Name of the repeated part that it belongs to, or `null`. */
  readonly repeat: string | null;
  /** What the form holds its answers to, as it is written there; empty for most. */
  readonly constraint: string;
  /** What the form says of an answer that breaks it. */
  readonly constraintMessages: Texts;
}

export interface Choice {
  readonly name: string;
  readonly labels: Texts;
}

/** A questionnaire as Kobo and ODK keep it (xlsform.org). */
export interface XlsForm {
  /** In the order of the form; begins, ends and what has no name are left out. */
  readonly questions: readonly Question[];
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
  readonly languages: readonly string[];
  /** The language that is used where none is chosen. */
  readonly language: string;
  readonly groups: ReadonlySet<string>;
  readonly repeats: ReadonlySet<string>;
}

/** A sheet of a form: rows by the titles of their columns. */
export type FormSheet = readonly ReadonlyMap<string, string>[];

/** Makes a form of its sheets. `settings` may be empty. */
export function xlsFormOf(survey: FormSheet, choices: FormSheet, settings: FormSheet): XlsForm {
  const stated = settings[0]?.get('default_language') ?? '';
  const found = new Set<string>();
  for (const row of [...survey, ...choices])
    for (const language of labelsOf(row, stated).keys()) found.add(language);
  const languages = [...found];
  const groups = new Set<string>();
  const repeats = new Set<string>();
  return {
    questions: questionsOf(survey, stated, groups, repeats),
    choices: choicesOf(choices, stated),
    languages,
    language: languages.includes(stated) ? stated : (languages[0] ?? ''),
    groups,
    repeats,
  };
}

function questionsOf(
  survey: FormSheet,
  stated: string,
  groups: Set<string>,
  repeats: Set<string>,
): Question[] {
  const questions: Question[] = [];
  const within: { readonly repeat: string | null }[] = [];
  for (const row of survey) {
    const type = (row.get('type') ?? '').trim().toLowerCase().replace(/\s+/g, ' ');
    const name = (row.get('name') ?? '').trim();
    const repeat = within.at(-1)?.repeat ?? null;
    if (/^begin[ _]repeat/.test(type)) {
      within.push({ repeat: name });
      repeats.add(name);
    } else if (/^begin[ _](group|loop)/.test(type)) {
      within.push({ repeat });
      groups.add(name);
    } else if (/^end[ _](group|repeat|loop)/.test(type)) within.pop();
    else if (name !== '' && type !== '') {
      questions.push({
        ...questionTypeOf(row.get('type') ?? ''),
        name,
        labels: labelsOf(row, stated),
        repeat,
        constraint: constraintTitles.map((title) => row.get(title)?.trim() ?? '').find(Boolean) ?? '',
        constraintMessages: textsOf(row, stated, messageTitle),
      });
    }
  }
  return questions;
}

function choicesOf(sheet: FormSheet, stated: string): Map<string, Choice[]> {
  const choices = new Map<string, Choice[]>();
  for (const row of sheet) {
    const list = (row.get('list_name') ?? row.get('list name') ?? '').trim();
    const name = (row.get('name') ?? row.get('value') ?? '').trim();
    if (list === '' || name === '') continue;
    const known = choices.get(list) ?? [];
    choices.set(list, known);
    // A cascading list may have a code once for each place above it.
    if (!known.some((choice) => choice.name === name)) known.push({ name, labels: labelsOf(row, stated) });
  }
  return choices;
}

/** Older forms bind what newer ones name. */
const constraintTitles = ['constraint', 'bind::constraint', 'bind:constraint'];
const labelTitle = /^label(?:::?\s*(.*))?$/i;
const messageTitle = /^(?:constraint_message|bind::?jr:constraintmsg)(?:::?\s*(.*))?$/i;

function labelsOf(row: ReadonlyMap<string, string>, stated: string): Map<string, string> {
  return textsOf(row, stated, labelTitle);
}

/** `label::English (en)` and, in older forms, `label:English`; a bare `label` is in the language of the settings. */
function textsOf(row: ReadonlyMap<string, string>, stated: string, pattern: RegExp): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [title, text] of row) {
    const match = pattern.exec(title);
    if (match !== null && text.trim() !== '') texts.set(match[1]?.trim() ?? stated, text);
  }
  return texts;
}

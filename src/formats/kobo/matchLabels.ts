import { withoutHtml } from '../csv/csvHeader.ts';
import { choicesFor, type ColumnMatch } from './matchColumn.ts';
import { questionsInOrder } from './questionsInOrder.ts';
import type { Question, Texts, XlsForm } from './xlsForm.ts';

/** Between groups and questions, and between questions and choices, in the headers of an export. */
const separators = ['/', ':', '.', '-'];

/**
 * Finds the questions of a form by the headers of an export with labels, in `language`: `Question`,
 * `Group/Question`, `Question/Choice`. Questions with the same label are told apart by the order of the form.
 */
export function matchLabels(
  headers: readonly string[],
  form: XlsForm,
  language: string,
): readonly (ColumnMatch | null)[] {
  const questions = new Map<string, Question[]>();
  const add = (label: string, question: Question): void => {
    if (label !== '') questions.set(label, [...(questions.get(label) ?? []), question]);
  };
  for (const question of form.questions) add(plainLabel(inLanguage(question.labels, language)), question);
  const found = headers.map((header) => {
    const words = plainLabel(header);
    return answerIn(words, questions) ?? choiceIn(words, questions, form, language);
  });
  return questionsInOrder(
    found.map((one) => (one === null ? [] : matchesOf(one))),
    form,
  );
}

interface Found {
  readonly same: readonly Question[];
  /** The choice of each of these questions that the header names; `null` for the question itself. */
  readonly choices: readonly ColumnMatch[] | null;
}

function answerIn(words: string, questions: ReadonlyMap<string, readonly Question[]>): Found | null {
  for (const part of endsOf(words)) {
    const same = questions.get(part);
    if (same !== undefined) return { same, choices: null };
  }
  return null;
}

function choiceIn(
  words: string,
  questions: ReadonlyMap<string, readonly Question[]>,
  form: XlsForm,
  language: string,
): Found | null {
  for (let at = words.length - 1; at > 0; at--) {
    if (!separators.includes(words[at])) continue;
    const label = words.slice(at + 1).trim();
    const asked = answerIn(words.slice(0, at).trim(), questions);
    const choices = (asked?.same ?? []).flatMap((question): ColumnMatch[] => {
      if (question.kind !== 'multiple') return [];
      const choice = choicesFor(form, question).find(
        ({ name, labels }) => plainLabel(inLanguage(labels, language) || name) === label,
      );
      return choice === undefined ? [] : [{ is: 'choice', question, choice }];
    });
    if (choices.length > 0) return { same: asked!.same, choices };
  }
  return null;
}

/** The whole, and what stands behind each separator: labels may hold separators themselves. */
function* endsOf(words: string): Generator<string> {
  yield words;
  for (let at = 0; at < words.length; at++)
    if (separators.includes(words[at])) yield words.slice(at + 1).trim();
}

function matchesOf({ same, choices }: Found): readonly ColumnMatch[] {
  return choices ?? same.map((question) => ({ is: 'answer', question }));
}

export function inLanguage(texts: Texts, language: string): string {
  return texts.get(language) ?? '';
}

/** Labels are compared without HTML, in any letter case, whatever space stands in them. */
export function plainLabel(text: string): string {
  return withoutHtml(text).toLowerCase();
}

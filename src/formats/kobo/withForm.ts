import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type ValueLabel, type Variable } from '#engine/survey/variable.ts';
import { withoutHtml } from '../csv/csvHeader.ts';
import { derivedFile, type DerivedVariable } from '../derivedFile.ts';
import { noChoices } from '../reading.ts';
import type { SurveyFile } from '../surveyFile.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { choicesFor, FormColumns, type ColumnMatch } from './matchColumn.ts';
import { chosen, ticked } from './chosen.ts';
import type { Choice, Question, Texts, XlsForm } from './xlsForm.ts';

/** Below this share of columns that are in the form, it is another survey’s. */
const leastShare = 0.2;

/**
 * An export of Kobo or ODK explained by its form. Questions get their labels, `select_one` the labels of its choices;
 * `select_multiple` becomes a set of 0/1 variables, made here where the export has only the codes with spaces
 * between them; notes and calculations are left out; columns that are not in the form stay as they are.
 *
 * @throws Problem `file.notItsForm`; `option.invalid` for a language that the form lacks.
 */
export function withForm(file: SurveyFile, form: XlsForm, paths: Paths, language?: string): SurveyFile {
  const words = new Words(form, language);
  const columns = new FormColumns(form);
  const matches = file.variables.map(({ name }) => columns.match(name));
  refuseOtherForm(file, matches, paths);
  const variables: DerivedVariable[] = [];
  const sets = new Map<Question, string[]>();
  const split = new Set(matches.map((match) => (match?.is === 'choice' ? match.question : null)));
  file.variables.forEach((variable, index) => {
    const match = matches[index];
    if (match === null) variables.push({ variable, from: variable.name });
    else if (match.is === 'choice') {
      const label = words.choice(match.question, match.choice);
      const type = 'numeric';
      variables.push({
        variable: { ...variable, label, type, measure: 'nominal' },
        from: variable.name,
        made: ticked,
      });
      sets.set(match.question, [...(sets.get(match.question) ?? []), variable.name]);
    } else if (match.is === 'otherText') {
      const label = `${words.question(match.question)} (other)`;
      variables.push({ variable: { ...variable, label }, from: variable.name });
    } else if (!isLeftOut(match)) {
      variables.push({ variable: labelled(variable, match.question, form, words), from: variable.name });
      if (match.question.kind !== 'multiple' || split.has(match.question)) return;
      const made = splitChoices(variable, match.question, form, words, file.variables);
      variables.push(...made);
      sets.set(
        match.question,
        made.map((one) => one.variable.name),
      );
    }
  });
  return derivedFile(file, variables, {
    multipleResponseSets: [...sets].map(([question, names]) => ({
      name: `$${question.name}`,
      label: words.question(question),
      counted: 1,
      variables: names,
    })),
    choices: {
      ...(file.choices ?? noChoices),
      companion: { kind: 'xlsform', path: paths.companion },
      language: words.language === '' ? null : words.language,
      languages: form.languages.filter((one) => one !== ''),
      leftOut: file.variables.map(({ name }) => name).filter((_, index) => isLeftOut(matches[index])),
    },
  });
}

/** Notes have no answers, and calculations are none. */
function isLeftOut(match: ColumnMatch | null): boolean {
  return match?.is === 'answer' && ['note', 'calculation'].includes(match.question.kind);
}

export interface Paths {
  readonly file: string;
  readonly companion: string;
}

function refuseOtherForm(file: SurveyFile, matches: readonly (ColumnMatch | null)[], paths: Paths): void {
  const own = matches.filter((_, index) => !file.variables[index].name.startsWith('_'));
  const matched = own.filter((match) => match !== null).length;
  if (matched >= leastShare * own.length && matched > 0) return;
  throw new Problem('file.notItsForm', {
    ...paths,
    matched,
    columns: own.length,
    percent: Math.round((100 * matched) / Math.max(1, own.length)),
  });
}

function labelled(variable: Variable, question: Question, form: XlsForm, words: Words): Variable {
  const label = words.question(question);
  if (question.kind !== 'one') return { ...variable, label };
  const valueLabels = choicesFor(form, question).flatMap((choice): ValueLabel[] => {
    const text = words.text(choice.labels) || choice.name;
    if (variable.type === 'text') return [{ value: choice.name, label: text }];
    const code = Number(choice.name);
    return Number.isFinite(code) ? [{ value: code, label: text }] : [];
  });
  return { ...variable, label, valueLabels, measure: 'nominal' };
}

/** A 0/1 variable for each choice, out of the column with the chosen codes. */
function splitChoices(
  variable: Variable,
  question: Question,
  form: XlsForm,
  words: Words,
  others: readonly Variable[],
): DerivedVariable[] {
  const choices = choicesFor(form, question);
  const taken = others.map(({ name }) => name);
  const names = uniqueNames([...taken, ...choices.map((choice) => `${variable.name}/${choice.name}`)]).slice(
    taken.length,
  );
  return choices.map((choice, index) => ({
    variable: {
      name: names[index],
      label: words.choice(question, choice),
      type: 'numeric',
      measure: 'nominal',
      valueLabels: [],
      missing: nothingMissing,
    },
    from: variable.name,
    made: (column, rows) => chosen(column, rows, choice.name),
  }));
}

/** The form’s words in one language, without the HTML that forms may hold; another language where one lacks. */
class Words {
  readonly language: string;

  constructor({ languages, language: usual }: XlsForm, language: string | undefined) {
    if (language !== undefined && !languages.includes(language)) {
      throw new Problem('option.invalid', {
        option: 'language',
        value: language,
        allowed: languages.join(', '),
      });
    }
    this.language = language ?? usual;
  }

  text(texts: Texts): string {
    const [first] = texts.values();
    return withoutHtml(texts.get(this.language) ?? first ?? '');
  }

  question({ name, labels }: Question): string {
    return this.text(labels) || name;
  }

  choice(question: Question, choice: Choice): string {
    return `${this.question(question)}: ${this.text(choice.labels) || choice.name}`;
  }
}

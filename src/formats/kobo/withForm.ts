import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type Attribute, type ValueLabel, type Variable } from '#engine/survey/variable.ts';
import { derivedFile, type DerivedVariable } from '../derivedFile.ts';
import { noChoices } from '../reading.ts';
import type { SurveyFile } from '../surveyFile.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { chosen, ticked } from './chosen.ts';
import { FormWords } from './formWords.ts';
import { readAnswers, withCodes, type AnswersRead, type LabelColumn } from './labelAnswers.ts';
import { choicesFor, type ColumnMatch } from './matchColumn.ts';
import { matchColumns, type MatchedColumns } from './matchColumns.ts';
import type { Choice, Question, XlsForm } from './xlsForm.ts';

/** Below this share of columns that are in the form, it is another survey’s. */
const leastShare = 0.2;

export interface Paths {
  readonly file: string;
  readonly companion: string;
}

/**
 * An export of Kobo or ODK explained by its form. Questions get their labels, `select_one` the labels of its choices;
 * `select_multiple` becomes a set of 0/1 variables, made here where the export has only the codes with spaces
 * between them; notes and calculations are left out; columns that are not in the form stay as they are. An export
 * with labels in the place of names and codes gets the names and codes of the form. What the form holds answers to
 * stays with the variables, as the attributes `constraint` and `constraint_message`.
 *
 * @throws Problem `file.notItsForm`; `option.invalid` for a language that the form lacks.
 */
export async function withForm(
  file: SurveyFile,
  form: XlsForm,
  paths: Paths,
  language?: string,
): Promise<SurveyFile> {
  const words = new FormWords(form, language);
  const matched = matchColumns(file.variables, form, words.language);
  refuseOtherForm(file, matched.matches, paths);
  const answers = await readAnswers(file, form, choiceColumns(file, matched), words.language);
  const { variables, sets } = new FormVariables(file, form, words, matched, answers).make();
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
      leftOut: file.variables.map(({ name }) => name).filter((_, index) => isLeftOut(matched.matches[index])),
      form: {
        headers: matched.headers,
        answers: answers.kind,
        unknownAnswers: [...answers.columns].flatMap(([name, { unknown }]) =>
          unknown.length === 0 ? [] : [{ variable: name, count: unknown.length, texts: unknown.slice(0, 5) }],
        ),
      },
    },
  });
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

function choiceColumns({ variables }: SurveyFile, { matches }: MatchedColumns) {
  return variables.flatMap(({ name: variable }, index) => {
    const match = matches[index];
    const isChoice = match?.is === 'answer' && ['one', 'multiple'].includes(match.question.kind);
    return isChoice ? [{ variable, question: match.question }] : [];
  });
}

/** Notes have no answers, and calculations are none. */
function isLeftOut(match: ColumnMatch | null): boolean {
  return match?.is === 'answer' && ['note', 'calculation'].includes(match.question.kind);
}

/** Makes the survey’s variables of the file’s, one column after the other. */
class FormVariables {
  readonly #file: SurveyFile;
  readonly #form: XlsForm;
  readonly #words: FormWords;
  readonly #matches: readonly (ColumnMatch | null)[];
  readonly #answers: AnswersRead;
  /** Of the file’s variables, in its order; those that are left out have none. */
  readonly #names: readonly string[];
  readonly #sets = new Map<Question, string[]>();
  /** Questions with a column of their own, and those with a column for each choice. */
  readonly #whole: ReadonlySet<Question>;
  readonly #split: ReadonlySet<Question>;

  constructor(
    file: SurveyFile,
    form: XlsForm,
    words: FormWords,
    { matches, headers }: MatchedColumns,
    answers: AnswersRead,
  ) {
    this.#file = file;
    this.#form = form;
    this.#words = words;
    this.#matches = matches;
    this.#answers = answers;
    this.#names = uniqueNames(
      file.variables.map(({ name }, index) => (headers === 'labels' ? nameOf(matches[index]) : null) ?? name),
    );
    const of = (is: ColumnMatch['is']) =>
      new Set(matches.flatMap((match) => (match?.is === is ? [match.question] : [])));
    this.#whole = of('answer');
    this.#split = of('choice');
  }

  make(): {
    readonly variables: readonly DerivedVariable[];
    readonly sets: ReadonlyMap<Question, readonly string[]>;
  } {
    const variables = this.#file.variables.flatMap((variable, index) => {
      const match = this.#matches[index];
      const own = { ...variable, name: this.#names[index] };
      if (match === null) return [{ variable: own, from: variable.name }];
      if (match.is === 'choice') return [this.#choice(own, variable.name, match.question, match.choice)];
      if (match.is === 'otherText') {
        const label = `${this.#words.question(match.question)} (other)`;
        return [{ variable: { ...own, label }, from: variable.name }];
      }
      return isLeftOut(match) ? [] : this.#answer(own, variable.name, match.question);
    });
    return { variables, sets: this.#sets };
  }

  #choice(own: Variable, from: string, question: Question, choice: Choice): DerivedVariable {
    const members = this.#sets.get(question) ?? [];
    this.#sets.set(question, [...members, own.name]);
    const rules = members.length === 0 && !this.#whole.has(question) ? this.#rules(question) : [];
    return {
      variable: {
        ...own,
        label: this.#words.choice(question, choice),
        type: 'numeric',
        measure: 'nominal',
        ...withAttributes(
          own,
          rules.length === 0 ? [] : [...rules, attribute('constraint_question', question.name)],
        ),
      },
      from,
      made: ticked,
    };
  }

  #answer(own: Variable, from: string, question: Question): DerivedVariable[] {
    const labels = this.#answers.columns.get(from);
    const type = labels === undefined ? own.type : labels.isNumeric ? 'numeric' : 'text';
    const variable: Variable = {
      ...own,
      type,
      label: this.#words.question(question),
      ...withAttributes(own, this.#rules(question)),
      ...(question.kind === 'one'
        ? { valueLabels: this.#valueLabels(type, question), measure: 'nominal' as const }
        : {}),
    };
    const made =
      labels && ((column: Parameters<typeof withCodes>[0], rows: number) => withCodes(column, rows, labels));
    const whole = { variable, from, ...(made && { made }) };
    if (question.kind !== 'multiple' || this.#split.has(question)) return [whole];
    const choices = this.#splitChoices(own.name, from, question, labels);
    this.#sets.set(
      question,
      choices.map((one) => one.variable.name),
    );
    return [whole, ...choices];
  }

  #valueLabels(type: Variable['type'], question: Question): ValueLabel[] {
    return choicesFor(this.#form, question).flatMap((choice): ValueLabel[] => {
      const text = this.#words.text(choice.labels) || choice.name;
      if (type === 'text') return [{ value: choice.name, label: text }];
      const code = Number(choice.name);
      return Number.isFinite(code) ? [{ value: code, label: text }] : [];
    });
  }

  /** A 0/1 variable for each choice, out of the column with the chosen codes. */
  #splitChoices(
    name: string,
    from: string,
    question: Question,
    labels: LabelColumn | undefined,
  ): DerivedVariable[] {
    const choices = choicesFor(this.#form, question);
    const taken = this.#names;
    const names = uniqueNames([...taken, ...choices.map((choice) => `${name}/${choice.name}`)]).slice(
      taken.length,
    );
    return choices.map((choice, index) => ({
      variable: {
        name: names[index],
        label: this.#words.choice(question, choice),
        type: 'numeric',
        measure: 'nominal',
        valueLabels: [],
        missing: nothingMissing,
      },
      from,
      made: (column, rows) =>
        chosen(labels === undefined ? column : withCodes(column, rows, labels), rows, choice.name),
    }));
  }

  #rules({ constraint, constraintMessages }: Question): Attribute[] {
    if (constraint === '') return [];
    const message = this.#words.text(constraintMessages);
    return [
      attribute('constraint', constraint),
      ...(message === '' ? [] : [attribute('constraint_message', message)]),
    ];
  }
}

function attribute(name: string, value: string): Attribute {
  return { name, values: [value] };
}

function withAttributes(
  { attributes = [] }: Variable,
  more: readonly Attribute[],
): Pick<Variable, 'attributes'> {
  return more.length === 0 ? {} : { attributes: [...attributes, ...more] };
}

/** What the form calls a column, where the export has only its label. */
function nameOf(match: ColumnMatch | null): string | null {
  if (match === null) return null;
  const { name } = match.question;
  if (match.is === 'choice') return `${name}/${match.choice.name}`;
  return match.is === 'otherText' ? `${name}_other` : name;
}

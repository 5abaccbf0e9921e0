import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { withoutHtml } from '../csv/csvHeader.ts';
import type { Choice, Question, Texts, XlsForm } from './xlsForm.ts';

/** The form’s words in one language, without the HTML that forms may hold; another language where one lacks. */
export class FormWords {
  readonly language: string;

  /** @throws Problem `option.invalid` for a language that the form lacks. */
  constructor({ languages, language: usual }: XlsForm, language: string | undefined) {
    if (language !== undefined && !languages.includes(language)) {
      throw new Problem('option.invalid', {
        option: phrase('languageOption'),
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

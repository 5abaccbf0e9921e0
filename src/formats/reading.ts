/** What the user says about a file where it leaves a choice, or where what was found out is wrong. */
export interface Reading {
  /** Of a workbook: the first sheet with answers when left out. */
  readonly sheet?: string;
  /** Of a text file, or where SPSS's and older Stata's say nothing or what is wrong: any label that WHATWG knows. */
  readonly encoding?: string;
  /** One character between the fields of a text file. */
  readonly delimiter?: string;
  /** The decimal mark of a text file. */
  readonly decimal?: '.' | ',';
  /** Path of the form (XLSForm) or codebook (DDI) that explains the data. */
  readonly companion?: string;
  /** Path of the other sheet of a form that comes as two CSV files. */
  readonly sibling?: string;
  /** Language of the form's labels, as the form names it. */
  readonly language?: string;
}

/** What a reader chose, and what could be chosen instead; `null` or empty where the format has no such choice. */
export interface Choices {
  readonly sheet: string | null;
  readonly sheets: readonly Sheet[];
  readonly delimiter: string | null;
  readonly decimal: '.' | ',' | null;
  readonly companion: Companion | null;
  readonly language: string | null;
  readonly languages: readonly string[];
  /** Sheets of answers to a repeated part of the form: surveys of their own, each row linked to its household. */
  readonly repeats: readonly Sheet[];
  /** Columns of the file that are no variables: notes and calculations of a form, lists and records of Parquet. */
  readonly leftOut: readonly string[];
  /** How the data speak of the form beside them. */
  readonly form?: FormReading;
}

/** Exports hold names and codes of their form, or labels in their place; a column of labels is read as codes. */
export interface FormReading {
  readonly headers: 'names' | 'labels';
  readonly answers: 'codes' | 'labels';
  /** Texts in columns of labels that are no label of one choice, and stay as they are. */
  readonly unknownAnswers: readonly {
    readonly variable: string;
    readonly count: number;
    readonly texts: readonly string[];
  }[];
}

export interface Sheet {
  readonly name: string;
  /** As the sheet states its extent, without the header; `null` where it does not. */
  readonly rows: number | null;
}

export interface Companion {
  readonly kind: 'xlsform' | 'ddi';
  readonly path: string;
}

export const noChoices: Choices = {
  sheet: null,
  sheets: [],
  delimiter: null,
  decimal: null,
  companion: null,
  language: null,
  languages: [],
  repeats: [],
  leftOut: [],
};

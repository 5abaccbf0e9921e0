import type { DocumentCell, DocumentRow, DocumentWords } from '#presentation/tableDocument.ts';

/** One figure of a cell as a line of its own, so that every cell of a pasted table holds one thing. */
export interface TableLine {
  readonly name: string;
  readonly first: boolean;
  readonly cells: readonly {
    readonly cell: DocumentCell;
    readonly text: string;
    /** `null`: text. */
    readonly value: number | null;
  }[];
}

const besides = ['n', 'weightedN', 'se', 'deff'] as const;

/** A row's figures, beneath them their letters and what stands beside them. */
export function tableLines({ cells }: DocumentRow, words: DocumentWords): readonly TableLine[] {
  const line = (
    name: string,
    first: boolean,
    of: (cell: DocumentCell) => readonly [text: string, value: number | null],
  ): TableLine[] => {
    const found = cells.map((cell) => {
      const [text, value] = of(cell);
      return { cell, text, value };
    });
    return first || found.some(({ text }) => text !== '') ? [{ name, first, cells: found }] : [];
  };
  return [
    ...line('', true, (cell) => [mainText(cell), isPlain(cell) ? cell.value : null]),
    ...line(words.letters, false, ({ letters }) => [letters, null]),
    ...line('', false, ({ interval }) => [interval?.text ?? '', null]),
    ...besides.flatMap((name) =>
      line(words.short[name], false, ({ beside }) => {
        const found = beside.find((one) => one.name === name);
        return [found?.text ?? '', found?.value ?? null];
      }),
    ),
  ];
}

export const mainText = ({ text, sign, mark }: DocumentCell): string =>
  `${text}${sign === '' ? '' : ` ${sign}`}${mark}`;

/** A spreadsheet takes parentheses for a minus: what has them stays text. */
const isPlain = ({ state, sign, mark }: DocumentCell): boolean =>
  state === 'yes' && sign === '' && mark === '';

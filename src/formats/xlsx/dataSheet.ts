import { textsOf } from './cellText.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';

/** Names of sheets that speak about the data, in English, French, Spanish and Portuguese. */
const aboutNames =
  /^(code ?book|(data ?)?dictionary|(data ?)?dictionnaire|diccionario|dicion[aá]rio|variables?|variable (list|labels?)|(liste|lista) (des|de) variables|value ?labels?|labels? list|notes?|notas?|read ?me|lisez[- ]?moi|leia[- ]?me|l[eé]eme|about|cover|info(rmation)?|metadata|m[eé]tadonn[eé]es|metadatos|legend|l[eé]gende|leyenda|legenda|choices|settings)$/i;

/** Titles of a table that lists variables: what names them stands first. */
const namesVariable =
  /^(variables?|var|variable ?names?|var ?names?|field ?names?|column ?names?|nom (de la )?variable|nombre (de la )?variable|nome (da )?vari[aá]vel|vari[aá]vel)$/i;
const saysWhatItIs =
  /^((variable|value|var) ?)?labels?|^(descri|question|type|format|libell|etiqueta|r[oó]tulo|valeur|valor|values?$|codes?$)/i;

/**
 * The sheet with the survey's rows, where nobody says which: the first with a header and a row below it that does not
 * speak about the data (a codebook, notes, a form); hidden ones count only where no other is there. A table of one
 * column is taken where none has several, so that a cover is not.
 */
export async function dataSheet({ sheets }: Workbook): Promise<WorkbookSheet | undefined> {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const looks = await Promise.all(visible.map(async (sheet) => ({ sheet, ...(await looked(sheet)) })));
  const first = (wanted: (look: (typeof looks)[number]) => boolean): WorkbookSheet | undefined =>
    looks.find(wanted)?.sheet;
  return (
    first(({ isTable, isAbout }) => isTable && !isAbout) ??
    first(({ isList, isAbout }) => isList && !isAbout) ??
    first(({ isTable }) => isTable) ??
    visible.at(0) ??
    sheets.at(0)
  );
}

interface Look {
  /** A header and a row of several cells below it; of one cell each. */
  readonly isTable: boolean;
  readonly isList: boolean;
  readonly isAbout: boolean;
}

/** Reads no further than the second row of several cells. */
async function looked(sheet: WorkbookSheet): Promise<Look> {
  let isAbout = aboutNames.test(sheet.name.replaceAll('_', ' ').trim());
  let filled = 0;
  let wide = 0;
  for await (const { rows } of sheet.read()) {
    for (const row of rows) {
      if (row.filled > 0) filled++;
      if (row.filled > 1 && ++wide === 1) isAbout ||= listsVariables(textsOf(row));
      if (wide === 2) return { isTable: true, isList: true, isAbout };
    }
  }
  return { isTable: false, isList: filled > 1, isAbout };
}

/** A codebook's header, or that of the questions of a form. */
function listsVariables(header: readonly string[]): boolean {
  const titles = header.map((text) => text.replaceAll('_', ' ').trim()).filter((text) => text !== '');
  const isForm =
    ['type', 'name'].every((title) => titles.includes(title)) && titles.some((title) => /^label/.test(title));
  return (
    isForm ||
    (namesVariable.test(titles[0] ?? '') && titles.slice(1).some((title) => saysWhatItIs.test(title)))
  );
}

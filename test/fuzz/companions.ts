import { betweenSheets } from '#formats/kobo/readCsvForm.ts';
import { sheetXml, workbookParts, zipBytes } from '../formats/zipBytes.ts';

/** A codebook after DDI 2.5, and lines of fixed width that it explains. */
export const codebook = `<?xml version="1.0" encoding="UTF-8"?>
<codeBook version="2.5" xmlns="ddi:codebook:2_5">
  <stdyDscr><citation><titlStmt><titl>Living conditions</titl></titlStmt></citation></stdyDscr>
  <fileDscr><fileTxt><fileStrc type="rectangular"/><fileType charset="UTF-8">data</fileType></fileTxt></fileDscr>
  <dataDscr>
    <var ID="V1" name="REGION"><location StartPos="1" EndPos="2" width="2"/>
      <labl xml:lang="en">Region</labl><labl xml:lang="fr">Région</labl>
      <catgry><catValu>01</catValu><labl>North &amp; East</labl></catgry>
      <catgry missing="Y"><catValu>99</catValu><labl><![CDATA[Unknown]]></labl></catgry>
      <varFormat type="numeric"/></var>
    <var ID="V2" name="WEIGHT" wgt="wgt" dcml="2"><location StartPos="3" width="5"/><varFormat type="numeric"/></var>
    <var ID="V3" name="PLACE"><location StartPos="8" EndPos="12"/><varFormat type="character"/></var>
    <var ID="V4" name="INCOME"><location StartPos="13" EndPos="16"/>
      <invalrng><range min="9000"/><item VALUE="-1"/></invalrng><varFormat type="numeric"/></var>
  </dataDscr>
</codeBook>`;
export const explainedByCodebook = '0100150Kene 0012\r\n9901000     9999\n02   -5x\n';

/** A form after xlsform.org, and an export that it explains. */
export const explainedByForm = `head,size,needs,needs/food,needs/well,_index
1,4,food well,1,1,1
2,,well,0,1,2
`;

export function form(): Buffer {
  const sheets = {
    survey: [
      ['type', 'name', 'label::English (en)', 'label::French (fr)', 'constraint', 'relevant'],
      ['note', 'hello', 'Welcome', 'Bienvenue'],
      ['begin_group', 'household', 'Household', null],
      ['select_one sex', 'head', 'Sex of the head', 'Sexe du chef'],
      ['integer', 'size', 'Members', null, '. &gt;= 1 and . &lt;= 40 or regex(., "^[0-9]+$")', '${head} = 1'],
      ['end_group', null, null, null],
      [
        'select_multiple need',
        'needs',
        'Needs',
        'Besoins',
        'not(selected(., "food") and count-selected(.) > 1)',
      ],
    ],
    choices: [
      ['list_name', 'name', 'label::English (en)', 'label::French (fr)'],
      ['sex', 1, 'Woman', 'Femme'],
      ['sex', 2, 'Man', 'Homme'],
      ['need', 'food', 'Food', 'Nourriture'],
      ['need', 'well', 'A well', 'Un puits'],
    ],
    settings: [['default_language'], ['English (en)']],
  };
  return zipBytes(
    workbookParts(Object.entries(sheets).map(([name, rows]) => ({ name, xml: sheetXml(rows) }))),
  );
}

/** The same form as two CSV files in one. */
export const formOfText = [
  `type,name,label::English (en),label::French (fr),constraint,relevant
note,hello,Welcome,Bienvenue,,
begin_group,household,Household,,,
select_one sex,head,"Sex of the ""head""",Sexe du chef,,
integer,size,Members,,. >= 1 and . <= 40,\${head} = 1
end_group,,,,,
select_multiple need,needs,Needs,Besoins,"not(selected(., 'food') and count-selected(.) > 1)",
`,
  `list_name,name,label::English (en),label::French (fr)
sex,1,Woman,Femme
sex,2,Man,Homme
need,food,Food,Nourriture
need,well,A well,Un puits
`,
].join(betweenSheets);

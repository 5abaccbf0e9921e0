import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { writeDdiFile } from '#formats/ddi/writeDdiFile.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { writtenSurvey } from '../writtenSurvey.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/**
 * The part of the schema that a codebook of variables uses, after the field-level documentation of DDI Codebook 2.5
 * (ddialliance.org): attributes, and children in the order that the schema demands (`!` once at least).
 */
const schema: Readonly<Record<string, { attributes?: string; children?: string }>> = {
  codeBook: {
    attributes: 'version ID xml-lang xmlns xmlns:xsi xsi:schemaLocation',
    children: 'docDscr stdyDscr! fileDscr dataDscr otherMat',
  },
  stdyDscr: {
    children: 'citation! studyAuthorization stdyInfo studyDevelopment method dataAccs othrStdyMat notes',
  },
  citation: {
    children: 'titlStmt! rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes ExtLink',
  },
  titlStmt: { children: 'titl! subTitl altTitl parTitl IDNo' },
  prodStmt: { children: 'producer copyright prodDate prodPlac software fundAg grantNo' },
  prodDate: { attributes: 'date' },
  fileDscr: { attributes: 'URI sdatrefs methrefs pubrefs access', children: 'fileTxt locMap notes' },
  fileTxt: {
    children:
      'fileName fileCitation dataFingerprint fileCont fileStrc dimensns fileType format filePlac dataChck ProcStat dataMsng software verStmt',
  },
  dimensns: { children: 'caseQnty varQnty logRecL recPrCas recDimnsn' },
  dataDscr: { children: 'varGrp nCubeGrp var nCube notes' },
  varGrp: {
    attributes: 'type otherType var varGrp name sdatrefs methrefs pubrefs access nCube',
    children: 'labl txt concept defntn universe notes',
  },
  var: {
    attributes:
      'name wgt wgt-var weight qstn files vendor dcml intrvl rectype sdatrefs methrefs pubrefs access aggrMeth measUnit scale origin nature additivity temporal geog geoVocab catQnty representationType',
    children:
      'location labl imputation security embargo respUnit anlysUnit qstn valrng invalrng undocCod universe TotlResp sumStat txt stdCatgry catgryGrp catgry codInstr verStmt concept derivation varFormat geoMap catLevel notes',
  },
  labl: { attributes: 'level vendor country sdatrefs' },
  valrng: { children: 'item range key notes' },
  invalrng: { children: 'item range key notes' },
  item: { attributes: 'UNITS VALUE' },
  range: { attributes: 'UNITS min minExclusive max maxExclusive' },
  sumStat: { attributes: 'wgtd wgt-var weight type otherType' },
  catgry: {
    attributes: 'missing missType country sdatrefs excls catgry level',
    children: 'catValu labl txt catStat mrow',
  },
  catStat: { attributes: 'type otherType URI methrefs wgtd wgt-var weight sdatrefs' },
  varFormat: { attributes: 'type formatname schema otherSchema category otherCategory URI' },
  notes: { attributes: 'type subject level resp sdatrefs parent sameNote' },
};
const everywhere = ['ID', 'xml:lang', 'source'];
/** Of attributes with a closed list. */
const values: Readonly<Record<string, readonly string[]>> = {
  'var intrvl': ['contin', 'discrete'],
  'var nature': ['nominal', 'ordinal', 'interval', 'ratio', 'percent', 'other'],
  'var wgt': ['wgt', 'not-wgt'],
  'catgry missing': ['Y', 'N'],
  'sumStat type': ['mean', 'medn', 'mode', 'vald', 'invd', 'min', 'max', 'stdev', 'other'],
  'catStat type': ['freq', 'percent', 'crosstab', 'other'],
  'varFormat type': ['numeric', 'character'],
  'varFormat category': ['date', 'time', 'currency', 'other'],
  'varGrp type': [
    'section',
    'multipleResp',
    'grid',
    'display',
    'repetition',
    'subject',
    'version',
    'iteration',
    'analysis',
    'pragmatic',
    'record',
    'file',
    'randomized',
    'other',
  ],
};

function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0];
}

function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

test('a codebook has the elements and attributes of DDI 2.5, in the order of its schema', async () => {
  const path = join(temporaryFolder(), 'codebook.xml');
  await writeDdiFile(path, writtenSurvey);
  const root = parsed(readFileSync(path, 'utf8'));
  expect([root.name, root.attributes['xmlns'], root.attributes['version']]).toEqual([
    'codeBook',
    'ddi:codebook:2_5',
    '2.5',
  ]);
  const elements = [...all(root)];
  expect(new Set(elements.map(({ name }) => name))).toContain('invalrng');
  for (const { name, attributes, children } of elements) {
    const { attributes: own = '', children: order = '' } = schema[name] ?? {};
    for (const [attribute, value] of Object.entries(attributes)) {
      expect([...everywhere, ...own.split(' ')], `attributes of ${name}`).toContain(attribute);
      const allowed = values[`${name} ${attribute}`];
      if (allowed !== undefined) expect(allowed, `${name} ${attribute}`).toContain(value);
    }
    const places = children.map((child) => order.replaceAll('!', '').split(' ').indexOf(child.name));
    expect(
      Math.min(0, ...places),
      `what is in ${name}: ${children.map((child) => child.name).join(' ')}`,
    ).toBe(0);
    expect(places, `the order within ${name}`).toEqual([...places].sort((one, other) => one - other));
    for (const needed of order.split(' ').filter((child) => child.endsWith('!'))) {
      expect(children.map((child) => `${child.name}!`)).toContain(needed);
    }
  }
});

test('the names that a codebook gives its parts are there once, and what points at one finds it', async () => {
  const path = join(temporaryFolder(), 'codebook.xml');
  await writeDdiFile(path, writtenSurvey);
  const elements = [...all(parsed(readFileSync(path, 'utf8')))];
  const ids = elements.flatMap(({ attributes }) => attributes['ID'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
  const pointed = elements.flatMap(({ attributes }) =>
    ['files', 'var'].flatMap((name) => attributes[name]?.split(' ') ?? []),
  );
  expect(pointed.length).toBeGreaterThan(writtenSurvey.variables.length);
  expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
});

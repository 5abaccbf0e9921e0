import { expect, test } from 'vitest';
import { parseCommandLine } from '#cli/commandLine/commandLine.ts';
import { UsageError } from '#cli/commandLine/usageError.ts';
import { isTotalsFile, totalsText } from '#cli/commandLine/designOptions.ts';

const parse = (line: string): ReturnType<typeof parseCommandLine> => parseCommandLine(line.split(' '));

test('rules may be given one by one or one after another', () => {
  const repeated = parse('matrix s.sav --fear A=3,4 --fear B=1 --want C=1');
  const together = parse('matrix s.sav --fear A=3,4 B=1 --want C=1');
  expect(together).toEqual(repeated);
  expect(repeated.fear).toEqual([
    { variable: 'A', concernedWhen: [3, 4] },
    { variable: 'B', concernedWhen: [1] },
  ]);
});

test('what is not said is the default of the contract', () => {
  expect(parse('crosstab s.sav --rows A --cols B').analysis).toEqual({
    source: { file: 's.sav' },
    design: {},
    missing: [],
    options: { interval: 'logit', level: 0.95, disclosure: 'dhs' },
  });
});

test('severity belongs to concerns', () => {
  expect(parse('concerns s.sav --fear A=3,4 --severity').severity).toBe(true);
  expect(parse('concerns s.sav --fear A=3,4').severity).toBe(false);
  expect(() => parse('matrix s.sav --fear A=3 --want B=1 --severity')).toThrow(UsageError);
});

test('suggestions are by labels: what would change a share goes not with them', () => {
  const line = parse('concerns s.csv --suggest --missing *=8,9 --encoding utf-8 --json');
  expect(line.suggest).toBe(true);
  expect(parse('concerns s.sav --fear A=1').suggest).toBe(false);
  expect(() => parse('concerns s.sav --suggest --weight w')).toThrow(UsageError);
  expect(() => parse('concerns s.sav --suggest --fear A=1')).toThrow(/--fear changes nothing/);
});

test('how a file is to be read is said once, for every command', () => {
  const line = parseCommandLine(
    'describe s.csv --delimiter tab --decimal , --encoding windows-1252 --form f.xlsx --language fr'.split(
      ' ',
    ),
  );
  const reading = {
    delimiter: '\t',
    decimal: ',',
    encoding: 'windows-1252',
    companion: 'f.xlsx',
    language: 'fr',
  };
  expect(line.reading).toEqual(reading);
  expect(line.source).toEqual({ file: 's.csv', reading });
  const imported = parse('import s.xlsx --study a.lfstudy --sheet main --repeat roster --repeat children');
  expect(imported.reading).toEqual({ sheet: 'main' });
  expect(imported.repeats).toEqual(['roster', 'children']);
  expect(imported.leaveOut).toEqual([]);
  expect(parse('import s.sav --study a.lfstudy --leave-out name,phone --leave-out lat').leaveOut).toEqual([
    'name',
    'phone',
    'lat',
  ]);
  expect(() => parse('describe s.csv --delimiter comma')).toThrow(/option.invalid/);
  expect(() => parse('describe a.lfstudy --sheet main')).toThrow(UsageError);
});

test('design, missing codes, filter and estimates are taken over', () => {
  const line = parseCommandLine([
    ...'matrix s.sav --weight w --strata s --psu p --fpc f --lonely-psu adjust --ci beta'.split(' '),
    ...['--level', '0.9', '--suppress', 'none', '--missing', '*=-1,8,9', '--where', 'age >= 18'],
    ...'--fear A=1 --want B=1 --json'.split(' '),
  ]);
  expect(line.json).toBe(true);
  expect(line.analysis).toEqual({
    source: { file: 's.sav' },
    design: { weight: 'w', strata: 's', psu: 'p', fpc: 'f', lonelyPsu: 'adjust' },
    missing: [{ variable: '*', codes: [-1, 8, 9] }],
    where: 'age >= 18',
    options: { interval: 'beta', level: 0.9, disclosure: 'none' },
  });
});

test('an export says what to write, and how', () => {
  const line = parse(
    'export a.lfstudy --to b.csv --survey wave2 --variables A,B --variables C --replace --bom',
  );
  expect(line.source).toEqual({ study: 'a.lfstudy', survey: 'wave2' });
  expect(line.output).toEqual({
    to: 'b.csv',
    variables: ['A', 'B', 'C'],
    replace: true,
    applyMissing: false,
    csv: { byteOrderMark: true, protectFormulas: false },
  });
  expect(parse('export a.sav --to b.dta').output).toMatchObject({ variables: null, replace: false });
});

test('a study may hold several surveys', () => {
  expect(parse('describe a.lfstudy --survey wave2').source).toEqual({ study: 'a.lfstudy', survey: 'wave2' });
  expect(parse('describe a.lfstudy').source).toEqual({ study: 'a.lfstudy', survey: null });
});

test('codes that are not plain numbers stay as they are written', () => {
  expect(parse('matrix s.sav --fear A=01,.a,yes --want B=1').fear[0].concernedWhen).toEqual([
    '01',
    '.a',
    'yes',
  ]);
});

test('what has another name in the second survey is said beside what is the same in both', () => {
  const { other, analysis } = parse(
    'compare a.lfstudy b.lfstudy --survey 2018 --other-survey 2021 --concern A=1 --weight w --other-weight v --other-concern B=2,3 --other-where x>1 --other-missing B=9',
  );
  expect(analysis.source).toEqual({ study: 'a.lfstudy', survey: 2018 });
  expect(other).toEqual({
    source: { study: 'b.lfstudy', survey: 2021 },
    design: { weight: 'v' },
    concern: { variable: 'B', concernedWhen: [2, 3] },
    where: 'x>1',
    missing: [{ variable: 'B', codes: [9] }],
  });
});

test.each([
  ['', 'no command'],
  ['guess s.sav', 'unknown command'],
  ['matrix', 'which file?'],
  ['describe a.sav b.sav', 'one argument too many'],
  ['describe a.sav --rows A', 'has no option --rows'],
  ['crosstab a.sav --rows A', '--cols names'],
  ['import a.sav', '--study names'],
  ['import a.sav --study b.sav', 'ends in .lfstudy'],
  ['export a.sav', '--to names'],
  ['describe a.sav --sheet one', '--sheet says nothing of a .sav file'],
  ['describe a.parquet --encoding latin1', '--encoding says nothing of a .parquet file'],
  ['describe a.xlsx --encoding latin1', '--encoding says nothing of a .xlsx file'],
  ['describe a.sav --language fr', '--language says nothing of a .sav file without --form'],
  ['describe a.csv.gz --language fr', '--language says nothing of a .csv file without --form'],
  ['describe a.sav --survey one', 'a.sav is a file'],
  ['export a.sav --to b.sav --variables ,', '--variables names none'],
  ['describe A.XLSX --delimiter ;', '--delimiter says nothing of a .xlsx file'],
  ['matrix a.sav --nonsense', '--nonsense'],
  [
    'matrix a.sav --fear A=1 --want B=1 --minimum-count 3',
    '--minimum-count belongs to --suppress confidentiality',
  ],
  ['matrix a.sav --weight A --weight B', '--weight is said twice'],
  ['matrix a.sav --letters holm', 'matrix has no option --letters'],
  ['concerns a.sav --fear A=1 --letters holm', '--letters compares groups'],
  ['concerns a.sav --fear A=1 --test wald', 'name their variable with --by'],
  ['means a.sav --variables A --letters holm', '--letters compares groups'],
  ['means a.sav --variables A --by B --test wald', '--test is of tables'],
  ['means a.sav --variables A --ci beta', '--ci is of shares'],
  ['means a.sav', '--variables names'],
  ['crosstab a.sav --set S --letters holm', '--letters compares groups'],
  ['crosstab a.sav --set S --rows A', '--set goes with --by, not with --rows'],
  ['crosstab a.sav --set S --net rows:N=1', 'a net of a set has no axis'],
  ['crosstab a.sav --rows A --cols B --base responses', '--base goes with --set'],
  ['crosstab a.sav --rows A --cols B --by C', '--by goes with --set'],
  ['compare a.sav --concern A=1', 'either groups (--by V) or a second survey'],
  ['compare a.sav b.sav --concern A=1 --by B', 'either groups (--by V) or a second survey'],
  ['compare a.sav b.sav --concern A=1 --letters bh', '--letters compares groups (--by V), not two surveys'],
  ['compare a.sav b.sav --concern A=1 --test wald', 'not of two surveys'],
  ['compare a.sav b.sav --concern A=1 --other-survey X', 'b.sav is a file'],
  ['compare a.sav --concern A=1 --by B --other-weight W', '--other-weight is of a second survey'],
  ['compare a.sav --by B', '--concern names the concern'],
])('“%s” is a matter of usage', (line, words) => {
  const work = (): unknown => parseCommandLine(line.split(' ').filter((word) => word !== ''));
  expect(work).toThrow(UsageError);
  expect(work).toThrow(words);
});

test.each([
  ['matrix a.sav --fear A --want B=1', 'concern.noCodes'],
  ['matrix a.sav --fear A= --want B=1', 'concern.noCodes'],
  ['matrix a.sav --fear A=1 --want B=1 --ci exact', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --level 95', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --missing 8,9', 'missing.unknownCode'],
  ['matrix a.sav --fear =1 --want B=1', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --level 0', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --level 1', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --level abc', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --level 0.99999', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --suppress all', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --suppress confidentiality --minimum-count 0', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --suppress confidentiality --minimum-count abc', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --suppress confidentiality --minimum-count 2.5', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --deff kish', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --test chi', 'option.invalid'],
  ['matrix a.sav --fear A=1 --want B=1 --lonely-psu ignore', 'option.invalid'],
  ['crosstab a.sav --rows A --cols B --letters tukey', 'option.invalid'],
  ['crosstab a.sav --rows A --cols B --net Agree=1', 'option.invalid'],
  ['crosstab a.sav --rows A --cols B --net rows:=1', 'option.invalid'],
  ['crosstab a.sav --rows A --cols B --net rows:Agree=', 'option.invalid'],
  ['crosstab a.sav --set S --base answers', 'option.invalid'],
  ['means a.sav --variables A --quantiles 0', 'option.invalid'],
  ['means a.sav --variables A --quantiles 0.5,1', 'option.invalid'],
  ['means a.sav --variables A --quantiles median', 'option.invalid'],
  ['compare a.sav b.sav --concern A=1 --other-concern B', 'concern.noCodes'],
])('“%s” is input that is wrong', (line, code) => {
  expect(() => parse(line)).toThrow(expect.objectContaining({ code }));
});

test('replicate weights, a second stage and known totals are taken over as they are said', () => {
  const words = [
    ...'matrix s.sav --fear A=1 --want B=1 --weight w --replicate-weights rw1-rw4,x'.split(' '),
    ...'--replicate-type JKn --replicate-rscales 0.5 --replicate-centre mean --replicate-df 7'.split(' '),
    ...['--replicate-factors', '--margins', 'sex=1:2,2:3', '--margins', 't.csv'],
  ];
  const line = parseCommandLine(words);
  expect(line.analysis.design).toEqual({
    weight: 'w',
    replicates: {
      type: 'JKn',
      variables: ['rw1-rw4', 'x'],
      rscales: [0.5],
      combined: false,
      centre: 'mean',
      df: 7,
    },
  });
  expect(line.margins).toEqual(['sex=1:2,2:3', 't.csv']);
  const two = parse('compare a.sav b.sav --concern A=1 --margins s=1:2 --other-margins s=1:3');
  expect([two.margins, two.otherMargins]).toEqual([['s=1:2'], ['s=1:3']]);
  expect(parse('means s.sav --variables A --psu p --second-stage h').analysis.design).toEqual({
    psu: 'p',
    secondStage: { ids: 'h', fpc: null },
  });
  expect(() => parse('means s.sav --variables A --psu p --fpc2 n')).toThrow(UsageError);
  expect(() => parse('means s.sav --variables A --replicate-df 3')).toThrow(UsageError);
  expect(() => parse('means s.sav --variables A --replicate-weights a,b')).toThrow(/replicate-type/);
});

test('known totals in words may hold commas, colons and quotation marks', () => {
  expect(totalsText('region=North, East:10, "Old: town":20.5%')).toBe(
    'variable,value,total\n"region","North, East","10"\n"region","""Old: town""","20.5%"',
  );
  expect(() => totalsText('region=North')).toThrow(/option.invalid/);
  expect(() => totalsText('=1:2')).toThrow(/option.invalid/);
  expect(isTotalsFile('totals.csv')).toBe(true);
  expect(isTotalsFile('sex=1:2')).toBe(false);
});

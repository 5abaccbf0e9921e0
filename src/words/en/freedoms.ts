/** Two freedoms: how many fear and want concerns people have, and who is free from both. */
export const freedoms = {
  part: 'What to show',
  partsOfRoom: { pairs: 'Pairs', freedoms: 'Two freedoms' },
  lead: 'Who is free from both, who has fear or want alone, and who has both.',
  by: 'By group',
  fearFrom: 'Fear: concerns that it takes',
  wantFrom: 'Want: concerns that it takes',
  fearAtLeast: 'Fear: at least {count} of {all}',
  wantAtLeast: 'Want: at least {count} of {all}',
  answered: 'Who counts',
  rules: { half: 'Answered at least half', all: 'Answered every concern' },
  view: 'Shown as',
  views: { bars: 'Bars', dots: 'Intervals', table: 'Table' },
  parts: {
    neither: 'Free from both',
    fearOnly: 'Fear only',
    wantOnly: 'Want only',
    both: 'Both',
  },
  all: 'All',
  sentence:
    '{neither} of people are free from both, {fearOnly} have fear only, {wantOnly} want only, and {both} both.',
  suppressed: 'Fewer than 25 respondents answered enough of these questions: nothing is shown.',
  splitTitle: 'Free from fear, free from want',
  splitChart: 'The four-way split, in per cent. The table says the same.',
  splitCaption: 'The four-way split, with 95% intervals, in per cent',
  group: 'Group',
  respondents: 'n',
  lettersNote:
    'A letter: the share is significantly higher than that of the group with this letter (p < 0.05, Holm over all pairs of groups).',
  testYes: 'The split differs between groups: F({df1}, {df2}) = {f}, p {p}.',
  testNo:
    'The split of the groups could differ by chance alone: F({df1}, {df2}) = {f}, p {p}. This does not show that they are the same.',
  testNone: 'There is no test of the groups: too few respondents, or a part that nobody is in.',
  bracketedNote: '(34) 25–49 respondents in the group',
  suppressedNote: '(*) fewer than 25 respondents in the group: not shown',
  countsTitle: 'How many concerns people have',
  countsCaption:
    'Number of fear concerns (rows) by number of want concerns (columns), in per cent of all, with the totals and their 95% intervals',
  fearNumber: 'Fear concerns',
  wantNumber: 'Want concerns',
  total: 'All',
  ofAll: '% of all',
  methodCounted: '{count} respondent | {count} respondents',
  methodHalf: 'with a valid answer to at least half the concerns of each side ({left} left out)',
  methodEvery: 'with a valid answer to every concern ({left} left out)',
  methodInPart: 'in {count} of them what is not answered counts as no concern',
  methodSuppression:
    'DHS rule on all respondents, or those of the group: under 25 suppressed, 25–49 in parentheses',
  methodTest: 'Rao–Scott F',
  tooManyGroups: 'The first {shown} of {count} groups are drawn; the table has all.',
};

/** The naïve answer beside the design-based one. */
export const naive = {
  beside: 'Set the naïve answer beside',
  besideHelp: 'What one would have said without weights, strata and clusters.',
  title: 'The naïve answer',
  working: 'Computing the naïve answer',
  none: 'Leaving out weights, strata and clusters would change what one says of none of {all} pairs.',
  flips:
    'Leaving out weights, strata and clusters would change what one says of {count} of {all} pairs. | Leaving out weights, strata and clusters would change what one says of {count} of {all} pairs.',
  show: 'Which pairs',
  pair: 'Pair',
  design: 'With the design',
  naive: 'Naïve',
  says: {
    more: 'together more often',
    less: 'together less often',
    chance: 'may be chance',
  },
  pairLine: 'A naïve analysis would have said {given} with the fear, {otherwise} without; q {q}.',
  pairLineNoTest: 'A naïve analysis would have said {given} with the fear, {otherwise} without.',
  splitLine: 'Naïve: {words}.',
  splitPart: '{part} {share}',
  splitGroups:
    'Of {all} comparison of groups it would decide {count} otherwise. | Of {all} comparisons of groups it would decide {count} otherwise.',
  splitOutside: 'Outside the design-based interval: {parts}.',
};

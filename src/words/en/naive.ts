/** What one would have said without weights, strata and clusters. */
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
  short: 'naïve',
  apartLong: 'more than 2 points off',
  calledLong: 'would be called higher than {letters}',
  missedLong: 'would not be called higher than {letters}',
  tableShares:
    'Leaving out weights, strata and clusters would move {count} of {all} share by more than 2 points. | Leaving out weights, strata and clusters would move {count} of {all} shares by more than 2 points.',
  tableLetters:
    'Differences that it would call real though they may be chance: {called}. Real ones that it would miss: {missed}.',
  tableNote:
    'Naïve: as if the rows were a simple random sample; on a ground where it is more than 2 points off. +A: it would call the figure higher than that of column A, which may be chance; −A: it would miss that.',
  nothingBeside: 'There is nothing to set the naïve answer beside.',
  splitOutside: 'Outside the design-based interval: {parts}.',
};

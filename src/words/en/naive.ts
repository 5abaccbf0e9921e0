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
    'Differences that it would report though they may be chance: {called}. Differences that hold with the design and that it would miss: {missed}.',
  tableNote:
    'Naïve: as if the rows were a simple random sample; on a ground where it is more than 2 points off. +A: it would call the figure higher than that of column A, which may be chance; −A: it would miss that.',
  nothingBeside: 'There is nothing to set the naïve answer beside.',
  rankLine:
    'Leaving out weights, strata and clusters would change {count} of {all} rank. | Leaving out weights, strata and clusters would change {count} of {all} ranks.',
  apartLine:
    'Of its own {all} pairs of neighbours it would call {apart} apart; with the design, {designApart} of {designAll} are.',
  neighbourLine:
    'Of {all} pair that are neighbours both ways it would call {called} apart though that may be chance, and miss {missed}. | Of {all} pairs that are neighbours both ways it would call {called} apart though that may be chance, and miss {missed}.',
  groupLine:
    'Of {all} comparison of a group with all others it would decide {count} otherwise. | Of {all} comparisons of a group with all others it would decide {count} otherwise.',
  legendOutline: 'In outline: naïve, as if the rows were a simple random sample',
  rankNote: 'On a ground: what the naïve answer would say otherwise of a rank or a difference',
  concernLine: 'A naïve analysis would have said {share}, rank\u00a0{rank}.',
  notTold: 'may be chance',
  splitOutside: 'Outside the design-based interval: {parts}.',
};

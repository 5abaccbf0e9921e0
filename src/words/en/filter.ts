/** Who is counted in a room of results. */
export const filter = {
  all: 'All respondents',
  title: 'Who is counted',
  lead: 'Everybody who answered counts, unless you choose some of them. Weights, strata and clusters stay as they are.',
  add: 'Only those with certain answers to…',
  answersOf: 'Answers to {variable}',
  remove: 'Do not look at {variable}',
  tooMany: '{variable} has too many different answers to be ticked. Write a condition below.',
  expression: 'As a condition',
  expressionHelp: 'Such as {example}',
  everyRoom: 'Use it in all rooms of results',
  everybody: 'Count everybody',
  clear: 'Count everybody again',
  open: 'Choose who is counted…',
  chip: 'Who is counted: {who}',
  saidEverywhere: 'All rooms of results count the same people now.',
};

/** Studies opened before, and what can be reached with the keyboard from anywhere. */
export const recent = {
  title: 'Opened lately',
  clear: 'Clear list',
  forget: 'Take {name} off the list',
  missing: 'No longer at {place}',
  others: 'Other studies in the folder',
};

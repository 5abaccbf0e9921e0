/** Words of statistics, explained where they stand. */
export const glossary = {
  open: 'Explain the words of statistics',
  terms: {
    oddsRatio: {
      name: 'Odds ratio',
      text: 'How many times higher the odds of the want are for those with the fear than for the others. 1: no link; above 1: together more often.',
    },
    phi: {
      name: 'φ (phi)',
      text: 'The correlation of two yes-or-no answers, from −1 to 1. 0: no link.',
    },
    lift: {
      name: 'Lift',
      text: 'How many times more often people have both concerns than if the two had nothing to do with each other. 1: no link.',
    },
    q: {
      name: 'q',
      text: 'The p of a pair after all pairs were tested together. Of the pairs with a q below 0.05, about one in twenty may be chance.',
    },
    se: {
      name: 'Standard error (se)',
      text: 'How far the figure of another sample, drawn in the same way, would typically lie from the true one.',
    },
    interval: {
      name: 'Interval',
      text: 'From a 95% interval, 95 of 100 samples drawn in the same way would give one that holds the true figure.',
    },
    deff: {
      name: 'Design effect (Deff)',
      text: 'How many times larger the variance is than in a simple random sample of as many respondents. At 2, 1,000 respondents tell as much as 500.',
    },
    letters: {
      name: 'Letters',
      text: 'A letter after a figure names a column whose figure is lower, by more than chance would explain.',
    },
    psu: {
      name: 'PSU',
      text: 'Primary sampling unit: an area or a cluster that was drawn first, and respondents within it.',
    },
    df: {
      name: 'Degrees of freedom (df)',
      text: 'On how many independent pieces an uncertainty rests: PSUs less strata. With few, intervals are wide.',
    },
  },
};

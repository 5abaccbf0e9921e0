/** What stands around a figure or a table that leaves the app, and how it is saved and copied. */
export const publication = {
  title: {
    matrix: 'Fear and want: {measure}',
    matrixBy: 'Fear and want by {group}: {measure}',
    pair: '{fear} and {want}',
    pairBy: '{fear} and {want}, by {group}',
    freedoms: 'Free from fear, free from want',
    freedomsBy: 'Free from fear, free from want, by {group}',
    ranking: 'Concerns by the share of people who have them',
    rankingBy: 'Concerns by the share of people who have them, by {group}',
    severity: 'How many have each concern, and how severely',
    concern: '{concern}',
    concernBy: '{concern}, by {group}',
    tables: '{rows}',
    tablesBy: '{rows}, by {columns}',
  },
  subtitle: {
    pair: 'People with a valid answer to both questions (n = {count}).',
    pairBy: 'Of people with the fear, the percentage in want (n = {count}).',
    freedoms:
      'Percentage of people (n = {count}). In fear: at least {fear} of {fears} fear concerns; in want: at least {want} of {wants} want concerns.',
    ranking: 'Percentage of people who have each concern.',
    severity:
      'Percentage of people who have each concern, and of those who have it the percentage who give the most severe answer.',
    concern: 'Percentage of people who have the concern.',
    onlyFreedom: 'Only concerns of this freedom: {freedom}.',
    onlyDimension: 'Only concerns of this dimension: {dimension}.',
    shares: {
      ofColumn: 'Percentage of each column',
      ofRow: 'Percentage of each row',
      ofTotal: 'Percentage of all',
    },
    table: '{share}.',
    tableBase: '{share} (n = {count}).',
    layer: 'Only {label}: {value}.',
    filter: 'Only those for whom {filter}.',
  },
  source: {
    survey: 'Source: {survey}.',
    surveyFile: 'Source: {survey} ({file}).',
    madeUp: 'Source: {survey}, made-up data for teaching.',
    madeUpFile: 'Source: {survey} ({file}), made-up data for teaching.',
  },
  facets: 'Up to four categories; q within each category.',
};

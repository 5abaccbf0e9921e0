import type { Output } from '#contract/index.ts';

type Members = NonNullable<Output<'survey.import'>['members']>;
type Surveys = Output<'survey.import'>['study']['surveys'];

/** What members got of their households, and those who have none; a line each. */
export function membersText(members: Members, surveys: Surveys): string[] {
  return members.flatMap(({ members: id, survey, variable, household, brought, without, several }) => {
    const name = surveys.find((one) => one.survey === id)?.name ?? '';
    const key = `${variable} = ${household}`;
    return [
      brought.length === 0
        ? `${name}: belongs to ${survey} by ${key}`
        : `${name}: has ${brought.join(', ')} of ${survey}, by ${key}`,
      ...(without.n === 0 ? [] : [`${name}: no household for ${rowsText(without)}`]),
      ...(several.n === 0
        ? []
        : [`${name}: a household that stands more than once for ${rowsText(several)}`]),
    ];
  });
}

function rowsText({ n, rows }: Members[number]['without']): string {
  const more = n > rows.length ? ` and ${n - rows.length} more` : '';
  return `${n} ${n === 1 ? 'row' : 'rows'} (${rows.join(', ')}${more})`;
}

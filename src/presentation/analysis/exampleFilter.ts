/** To be shown in messages; its digits and words are those of expressions in every language. */
export const exampleFilter = 'age >= 18 and sex = 2';

/** Sixty of these make a survey with as many wells as rivers. */
export const households = (
  ages: readonly number[],
  water: readonly string[],
  columns = 'id,age,water',
): string =>
  `${columns}\n${ages.map((age, index) => `${index + 1},${age},${water[index % water.length]}`).join('\n')}\n`;

export const ages = Array.from({ length: 60 }, (_, index) => 18 + index);

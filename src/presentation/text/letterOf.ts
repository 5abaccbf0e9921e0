/** Of a column or a group: A … Z, then A1, B1 …, as the engine names those that a figure is higher than. */
export function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round));
}

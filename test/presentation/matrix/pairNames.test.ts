import { expect, it } from 'vitest';
import { pairNames } from '#presentation/matrix/pairNames.ts';

const names = (fear: string, want: string) =>
  pairNames({ fear: { variable: 'f', label: fear }, want: { variable: 'w', label: want } } as never);

it('leaves out the heading that both begin with, and says it once in a title', () => {
  expect(names('Préoccupation : les vols', 'Préoccupation : ne pas manger à sa faim')).toEqual({
    fear: 'Les vols',
    want: 'Ne pas manger à sa faim',
    titleFear: 'Préoccupation : les vols',
    titleWant: 'ne pas manger à sa faim',
  });
});

it.each([
  ['Fear: theft', 'Want: food'],
  ['How often felt unsafe', 'How often gone without food'],
  ['Problem: theft', 'Problem:'],
])('says “%s” and “%s” as they stand', (fear, want) => {
  expect(names(fear, want)).toEqual({ fear, want, titleFear: fear, titleWant: want });
});

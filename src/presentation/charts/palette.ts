/** Colours that charts need as values. The hues of the freedoms are those of design/tokens.css. */
export interface Palette {
  readonly canvas: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly fear: string;
  readonly want: string;
  readonly dignity: string;
  readonly empty: string;
  /** From few to many; each ends in the hue of the freedom it counts, `both` between the two. */
  readonly sequential: { readonly both: Ramp; readonly fear: Ramp; readonly want: Ramp };
  /** Less often together, none, more often together. Apart for every kind of colour vision. */
  readonly diverging: Ramp;
}

export type Ramp = readonly [string, string, ...string[]];

export const lightPalette: Palette = {
  canvas: '#ffffff',
  ink: '#1b1a18',
  inkSoft: '#696760',
  line: '#e5e4df',
  fear: '#b8400f',
  want: '#0b659f',
  dignity: '#00705a',
  empty: '#f1f1ee',
  sequential: {
    both: ['#f4edf4', '#c9a3cd', '#8d4f97', '#4d1b59'],
    fear: ['#fdf0e8', '#f3b48d', '#cf5f25', '#7c2704'],
    want: ['#eaf4fb', '#9cc9e8', '#2f83bd', '#083f68'],
  },
  diverging: ['#6b5208', '#c9a94e', '#f3f1ec', '#b583bd', '#5a2168'],
};

export const darkPalette: Palette = {
  canvas: '#161617',
  ink: '#ededee',
  inkSoft: '#9a9aa1',
  line: '#303034',
  fear: '#f08a55',
  want: '#62b0e6',
  dignity: '#4dc3a4',
  empty: '#232326',
  sequential: {
    both: ['#2a2230', '#5d3a6b', '#a26fb0', '#e6c6ec'],
    fear: ['#2f2119', '#74371a', '#cf6a35', '#ffc9a6'],
    want: ['#18252f', '#1d4d70', '#3f8fc6', '#bfe2f9'],
  },
  diverging: ['#f0d88c', '#94772a', '#2a2a2d', '#8a5797', '#e8c3f0'],
};

import { lightPalette, type Palette } from '../charts/palette.ts';

/**
 * The light colours on white paper. The freedoms keep their hues and are as far apart in lightness as black on white
 * allows (CIE L* about 50, 36, 22), so that grey print tells them apart.
 */
export const printPalette: Palette = {
  ...lightPalette,
  inkSoft: '#5f5d57',
  line: '#dddcd6',
  fear: '#c4511f',
  want: '#09568a',
  dignity: '#003d31',
};

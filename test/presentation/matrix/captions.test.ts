import { expect, test } from 'vitest';
import { captionHeight, facetsLayout } from '#presentation/matrix/facetsLayout.ts';
import { matrixLayout } from '#presentation/matrix/matrixLayout.ts';

const long = 'In the last twelve months how often have you or anyone in your household been worried about';
const both = { rows: long, columns: long };

test.each([500, 700, 1060, 1600])(
  'what the names of both sides begin with has its room above the matrix, of %i pixels',
  (available) => {
    const { columnPlot, shared, fontSize } = matrixLayout(available, ['one', 'two'], ['three', 'four'], both);
    const lines = shared.columns.split('\n').length;
    // They end 10 pixels above the plot; the name of the freedom stands on them.
    expect(columnPlot.top - 10 - lines * fontSize * 1.25 - fontSize).toBeGreaterThanOrEqual(0);
  },
);

test.each([500, 700, 1060, 1600])(
  'and above small matrices does not cover the other, of %i pixels',
  (available) => {
    const { namesBottom, places, shared } = facetsLayout(
      available,
      4,
      ['one', 'two'],
      ['three', 'four'],
      both,
    );
    const fearTop = places[0].heat.top - 6 - captionHeight(shared.rows);
    const wantBottom = Math.min(namesBottom - 8, fearTop - 4);
    expect(wantBottom - captionHeight(shared.columns)).toBeGreaterThanOrEqual(0);
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSetAside, withMissing } from '#operations/data/missing.ts';
import { barsOfBytes, bytesOf, DescriptionBuilder, smallBars } from '#operations/data/summarise.ts';
import type { NumericColumn } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';

const codes = fc.array(fc.integer({ min: -3, max: 99 }), { minLength: 1, maxLength: 300 });
const absent = fc.option(fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 300, maxLength: 300 }));
const rule = fc.record({
  codes: fc.array(fc.integer({ min: -3, max: 99 }), { maxLength: 3 }),
  range: fc.option(fc.record({ low: fc.constantFrom(null, 90), high: fc.constantFrom(null, 97) })),
});

test('a variable described by how often each code occurs is that described row by row', () => {
  fc.assert(
    fc.property(codes, absent, rule, codes, (values, reasons, missing, marks) => {
      const marked = marks.slice(0, 2);
      const one: Variable = {
        name: 'Q1',
        label: '',
        type: 'numeric',
        measure: 'nominal',
        valueLabels: [],
        missing,
      };
      const wide: NumericColumn = {
        kind: 'numeric',
        values: Float64Array.from(values),
        reasons: reasons && Uint8Array.from(reasons.slice(0, values.length)),
      };
      const narrow: NumericColumn = { ...wide, values: Int8Array.from(values) };
      const rowByRow = new DescriptionBuilder(one);
      const answers = withMissing(wide, missing, marked);
      rowByRow.add(answers, values.length);

      const counts = new Map([...bytesOf(narrow)!].filter(([value]) => !isSetAside(value, missing, marked)));
      const counted = new DescriptionBuilder(one);
      counted.addCounts(counts, values.length);
      expect(counted.finish()).toEqual(rowByRow.finish());
      expect(barsOfBytes(counts, one)).toEqual(smallBars(answers, one));
      expect(withMissing(narrow, missing, marked)).toEqual({ ...answers, values: narrow.values });
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { batteryKey, findBatteries } from '#renderer/src/features/concerns/batteries.ts';
import { variableFixture } from '../../studyFixture.ts';

describe('batteries', () => {
  it('are items with the same value labels', () => {
    const other = variableFixture('c', { valueLabels: [{ value: 1, label: 'Yes' }] });
    expect([...findBatteries([variableFixture('a'), variableFixture('b'), other]).values()]).toEqual([
      ['a', 'b'],
    ]);
  });

  it('do not part over codes that one of them sets aside as missing', () => {
    const valueLabels = variableFixture('a').valueLabels.slice(0, -1);
    const marked = variableFixture('a', { marked: [9] });
    const declared = variableFixture('b', { missing: { codes: [9], range: null } });
    expect(batteryKey(marked)).toBe(batteryKey(variableFixture('c', { valueLabels })));
    expect(batteryKey(marked)).toBe(batteryKey(declared));
  });

  it('are not made of items without labels', () => {
    expect(batteryKey(variableFixture('a', { valueLabels: [] }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { wrapWhole } from '#presentation/text/wrapWhole.ts';

describe('names that are never cut', () => {
  it('break between words', () => {
    expect(wrapWhole('les conflits entre éleveurs', 14, 3)).toBe('les conflits\nentre éleveurs');
  });
  it('break too where they begin with an ellipsis of their own', () => {
    expect(wrapWhole('… les conflits entre éleveurs', 16, 3)).toBe('… les conflits\nentre éleveurs');
  });
  it('take wider lines where they would be cut', () => {
    expect(wrapWhole('un deux trois quatre', 5, 2)).toBe('un deux trois\nquatre');
  });
});

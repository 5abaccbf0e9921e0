import { expect, test } from 'vitest';
import { fitToScreens } from '../../src/main/fitToScreens.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 768 };
const beside = { x: 1366, y: 0, width: 1920, height: 1080 };
const window = { x: 1500, y: 40, width: 1280, height: 860 };

test('a window stays where a screen shows it', () => {
  expect(fitToScreens(window, [laptop, beside])).toEqual(window);
});

test('a window of a screen that is gone keeps its size only', () => {
  expect(fitToScreens(window, [laptop])).toEqual({ width: 1280, height: 860 });
});

test('a title bar that cannot be reached does not count as shown', () => {
  expect(fitToScreens({ ...window, x: 100, y: -200 }, [laptop])).toEqual({ width: 1280, height: 860 });
  expect(fitToScreens({ ...window, x: 1300 }, [laptop])).toEqual({ width: 1280, height: 860 });
});

import type { Rectangle } from 'electron';

/** So far to the right and down that the title bar of the window below can still be seen and taken hold of. */
const step = 28;

/** The place of a further window: a step off the one that is in front, and on no other; from the screen's corner again once it is full. */
export function cascade(
  front: Rectangle,
  others: readonly Pick<Rectangle, 'x' | 'y'>[],
  screen: Rectangle,
): Rectangle {
  const { width, height } = front;
  let { x, y } = front;
  const isTaken = (): boolean => others.some((other) => other.x === x && other.y === y);
  for (let tries = 0; tries <= others.length && isTaken(); tries++) {
    x += step;
    y += step;
    if (x + width > screen.x + screen.width || y + height > screen.y + screen.height) ({ x, y } = screen);
  }
  // A window as large as the screen has no other place than over its edge.
  return isTaken() ? { x: front.x + step, y: front.y + step, width, height } : { x, y, width, height };
}

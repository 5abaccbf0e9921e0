interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The window where it was, if a screen shows enough of it, title bar and all, to be seen and moved; else only its size. */
export function fitToScreens(window: Area, screens: readonly Area[]): Partial<Area> {
  const { width, height } = window;
  return screens.some((screen) => showsEnough(screen, window)) ? window : { width, height };
}

function showsEnough(screen: Area, window: Area): boolean {
  const shown = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x);
  const titleBarInside = window.y >= screen.y && window.y < screen.y + screen.height - 50;
  return shown >= 100 && titleBarInside;
}

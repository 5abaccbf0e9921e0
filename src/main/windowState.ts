import { readFileSync, writeFileSync } from 'node:fs';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { fitToScreens } from './fitToScreens.ts';

const savedState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
type SavedState = z.infer<typeof savedState>;

const usualSize = { width: 1280, height: 860 };

/** The place of the last window where a screen still shows it, else the usual size in the middle. */
export function windowBounds(file: string): { bounds: Partial<Rectangle>; maximized: boolean } {
  const saved = readState(file);
  if (!saved) return { bounds: usualSize, maximized: false };
  const { maximized, ...bounds } = saved;
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  return { bounds: fitToScreens(bounds, areas), maximized };
}

/** On a full disk the window closes all the same, and opens at its usual size next time. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: SavedState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(state));
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
  });
}

/** A missing or damaged file means the usual size: nothing else hangs on it. */
function readState(file: string): SavedState | undefined {
  try {
    return savedState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

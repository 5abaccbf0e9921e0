import type { Setting } from '../launch.ts';

export const places: readonly Setting[] = ['browser', 'desktop, with a stand-in for Electron'];

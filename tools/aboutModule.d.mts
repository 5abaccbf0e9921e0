import type { Plugin } from 'vite';

export function aboutModule(): Plugin;

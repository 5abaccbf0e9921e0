import { computed, type ComputedRef } from 'vue';
import { useThemeStore } from '../stores/theme.ts';
import { darkPalette, lightPalette, type Palette } from '#presentation/charts/palette.ts';

export function usePalette(): ComputedRef<Palette> {
  const theme = useThemeStore();
  return computed(() => (theme.dark ? darkPalette : lightPalette));
}

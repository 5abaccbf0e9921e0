import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { Pen } from './pen.ts';

/** What a picture is drawn with; it gives its height. */
export interface Drawing {
  readonly pen: Pen;
  readonly width: number;
  readonly t: Translate;
  readonly formats: Formats;
}

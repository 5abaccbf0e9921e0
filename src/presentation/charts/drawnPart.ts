import type { EChartsOption } from 'echarts';

/** A chart, or a part of one that has a canvas of its own, in pixels of the element that it is laid on. */
export interface DrawnPart {
  readonly option: EChartsOption;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

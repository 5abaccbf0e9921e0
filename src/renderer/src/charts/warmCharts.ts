import { BarChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([ScatterChart, BarChart, GridComponent, GraphicComponent, CanvasRenderer]);

const axes = {
  grid: { left: 20, top: 20, width: 40, height: 40, outerBoundsMode: 'none' as const },
  xAxis: { type: 'category' as const, data: ['a'], position: 'top' as const, axisLabel: { rotate: 48 } },
  yAxis: { type: 'value' as const, min: 0, max: 1, interval: 0.5 },
};
const label = { show: true, formatter: 'a', fontFamily: 'sans-serif' };
/** What the charts of all rooms are made of, a little more each time. */
const steps = [
  { graphic: [{ type: 'text', x: 1, y: 1, rotation: 1, style: { text: 'a', font: '12px sans-serif' } }] },
  axes,
  { ...axes, series: [{ type: 'scatter' as const, symbol: 'rect', label, data: [[0, 0.5]] }] },
  { ...axes, series: [{ type: 'bar' as const, stack: 'a', label, data: [0.5] }] },
];

/**
 * Draws next to nothing where nobody sees it, in the page's idle time: the code of the charts runs for the first time
 * then, and not with the first picture that somebody waits for.
 */
export function warmCharts(): void {
  const [width, height] = [80, 80];
  let step = 0;
  const next = (): void => {
    const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height });
    chart.setOption({ animation: false, ...steps[step++] });
    chart.getZr().flush();
    chart.dispose();
    if (step < steps.length) requestIdleCallback(next);
  };
  requestIdleCallback(next);
}

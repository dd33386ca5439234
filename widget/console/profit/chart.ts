import uPlot from 'uplot';

/** Bars, one a day: `x` in seconds since 1970, `y` in whole rupiah. */
export interface Bars {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const HEIGHT = 220;

/** Draws bars into a place that has a width; to be drawn anew when the place or its colours change. */
export function drawBars(place: HTMLElement, bars: Bars, label: (rupiah: number) => string): uPlot {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--_soft'),
    grid: { stroke: colour('--_line'), width: 1 },
    ticks: { show: false },
    font: `12px ${colour('--_font')}`,
  };
  return new uPlot(
    {
      width: Math.max(200, place.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: (_plot, least, most) => [least - 43_200, most + 43_200] } },
      axes: [
        {
          ...axis,
          grid: { show: false },
          values: (_plot, days) => days.map((day) => (day % 86_400 === 0 ? shortDay(day) : '')),
          incrs: [1, 2, 5, 7, 14, 30, 60].map((days) => days * 86_400),
        },
        { ...axis, size: 64, values: (_plot, sums) => sums.map(label) },
      ],
      series: [
        {},
        {
          fill: colour('--_accent'),
          stroke: colour('--_accent'),
          width: 0,
          points: { show: false },
          ...(uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.7, 48], radius: 0.15 }) } : {}),
        },
      ],
    },
    [[...bars.x], [...bars.y]],
    place,
  );
}

/** A day as `25/11`. @param seconds since 1970, UTC. */
export function shortDay(seconds: number): string {
  const day = new Date(seconds * 1000);
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}`;
}

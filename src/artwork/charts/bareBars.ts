import { scaleBand, scaleLinear } from 'd3-scale';
import { fixed } from '../svgPath.ts';

/** Bars on a line, without words: for a picture in which only their course is read. */
export function bareBars(
  values: readonly number[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colours: { readonly bar: string; readonly line: string },
): string {
  const [left, right, bottom] = [box.x, box.x + box.width, box.y + box.height];
  const scaleX = scaleBand(values.keys(), [left, right]).paddingInner(0.25);
  const scaleY = scaleLinear([0, Math.max(1, ...values)], [0, box.height]);
  const bars = values.map((value, index) => {
    const height = scaleY(value);
    if (height === 0) return '';
    return `<rect x="${fixed(scaleX(index)!)}" y="${fixed(bottom - height)}" width="${fixed(scaleX.bandwidth())}" height="${fixed(height)}" fill="${colours.bar}"/>`;
  });
  return `${bars.join('')}<path d="M${fixed(left)} ${fixed(bottom)}H${fixed(right)}" stroke="${colours.line}"/>`;
}

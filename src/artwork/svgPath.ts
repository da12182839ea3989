/** Small vocabulary of path data; every number is written with at most two decimals, so the same shape is the same text. */

export interface Point {
  x: number;
  y: number;
}

export function fixed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** The point at `degrees` clockwise from twelve o'clock, `radius` away from the centre. */
export function polar(centre: Point, radius: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return { x: centre.x + radius * Math.sin(radians), y: centre.y - radius * Math.cos(radians) };
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${fixed(x)} ${fixed(y)}`).join('L')}Z`;
}

export function circle(centre: Point, radius: number): string {
  const [left, right, r] = [fixed(centre.x - radius), fixed(centre.x + radius), fixed(radius)];
  const y = fixed(centre.y);
  return `M${left} ${y}A${r} ${r} 0 1 1 ${right} ${y}A${r} ${r} 0 1 1 ${left} ${y}Z`;
}

/** A star whose points reach `outer` and whose notches reach `inner`; the first point is at twelve o'clock. */
export function star(centre: Point, points: number, outer: number, inner: number): string {
  const step = 180 / points;
  const corners = Array.from({ length: points * 2 }, (_, index) =>
    polar(centre, index % 2 === 0 ? outer : inner, index * step),
  );
  return polygon(corners);
}

/** A disc whose rim swells into `lobes` round scallops that meet at `radius`. */
export function scalloped(centre: Point, lobes: number, radius: number): string {
  const step = 360 / lobes;
  const chord = 2 * radius * Math.sin(Math.PI / lobes);
  const r = fixed(chord * 0.54);
  const start = polar(centre, radius, -step / 2);
  const arcs = Array.from({ length: lobes }, (_, index) => {
    const end = polar(centre, radius, step * (index + 0.5));
    return `A${r} ${r} 0 0 1 ${fixed(end.x)} ${fixed(end.y)}`;
  });
  return `M${fixed(start.x)} ${fixed(start.y)}${arcs.join('')}Z`;
}

export function regularPolygon(centre: Point, corners: number, radius: number, turn = 0): Point[] {
  return Array.from({ length: corners }, (_, index) => polar(centre, radius, turn + (index * 360) / corners));
}

/**
 * A pointed leaf that grows on a circle around `centre` at `degrees`, towards twelve o'clock.
 * `side` is 1 on the right half and -1 on the left; `lean` turns the tip outwards, in degrees.
 */
export function laurelLeaf(
  centre: Point,
  radius: number,
  degrees: number,
  side: 1 | -1,
  { length, width, lean }: { length: number; width: number; lean: number },
): string {
  const stem = polar(centre, radius, degrees);
  const heading = degrees - side * (90 - lean);
  const tip = polar(stem, length, heading);
  const belly = polar(stem, length * 0.45, heading);
  const [left, right] = [polar(belly, width, heading - 90), polar(belly, width, heading + 90)];
  const at = ({ x, y }: Point): string => `${fixed(x)} ${fixed(y)}`;
  return `M${at(stem)}Q${at(left)} ${at(tip)}Q${at(right)} ${at(stem)}Z`;
}

/** A narrow triangle that points away from `centre`, from `inner` to `outer`, `width` degrees wide at its foot. */
export function sunRay(centre: Point, inner: number, outer: number, degrees: number, width: number): string {
  return polygon([
    polar(centre, inner, degrees - width),
    polar(centre, outer, degrees),
    polar(centre, inner, degrees + width),
  ]);
}

/** A crescent along the upper left of a circle, `thickness` wide in its middle: where light lies on a dome. */
export function gleam(centre: Point, radius: number, thickness: number): string {
  const [from, to] = [polar(centre, radius, 262), polar(centre, radius, 368)];
  const back = fixed(radius + thickness * 2.6);
  return (
    `M${fixed(from.x)} ${fixed(from.y)}A${fixed(radius)} ${fixed(radius)} 0 0 1 ${fixed(to.x)} ${fixed(to.y)}` +
    `A${back} ${back} 0 0 0 ${fixed(from.x)} ${fixed(from.y)}Z`
  );
}

/** A closed soft curve around `centre`, pulled out to each of `radii` in turn, clockwise from twelve o'clock. */
export function unevenDisc(centre: Point, radii: readonly number[]): string {
  const step = 360 / radii.length;
  const between = (index: number): Point => {
    const [here, next] = [radii.at(index)!, radii[(index + 1) % radii.length]!];
    return polar(centre, (here + next) / 2, (index + 0.5) * step);
  };
  const start = between(-1);
  const curves = radii.map((radius, index) => {
    const [control, end] = [polar(centre, radius * 1.05, index * step), between(index)];
    return `Q${fixed(control.x)} ${fixed(control.y)} ${fixed(end.x)} ${fixed(end.y)}`;
  });
  return `M${fixed(start.x)} ${fixed(start.y)}${curves.join('')}Z`;
}

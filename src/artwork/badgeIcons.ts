import alarmClock from 'lucide-static/dist/esm/icons/alarm-clock.mjs';
import anvil from 'lucide-static/dist/esm/icons/anvil.mjs';
import appWindow from 'lucide-static/dist/esm/icons/app-window.mjs';
import arrowLeftRight from 'lucide-static/dist/esm/icons/arrow-left-right.mjs';
import audioLines from 'lucide-static/dist/esm/icons/audio-lines.mjs';
import bookOpenText from 'lucide-static/dist/esm/icons/book-open-text.mjs';
import calendarDays from 'lucide-static/dist/esm/icons/calendar-days.mjs';
import compass from 'lucide-static/dist/esm/icons/compass.mjs';
import container from 'lucide-static/dist/esm/icons/container.mjs';
import databaseZap from 'lucide-static/dist/esm/icons/database-zap.mjs';
import draftingCompass from 'lucide-static/dist/esm/icons/drafting-compass.mjs';
import eye from 'lucide-static/dist/esm/icons/eye.mjs';
import flame from 'lucide-static/dist/esm/icons/flame.mjs';
import folderSearch from 'lucide-static/dist/esm/icons/folder-search.mjs';
import gem from 'lucide-static/dist/esm/icons/gem.mjs';
import ghost from 'lucide-static/dist/esm/icons/ghost.mjs';
import gitBranch from 'lucide-static/dist/esm/icons/git-branch.mjs';
import grid3x3 from 'lucide-static/dist/esm/icons/grid-3x3.mjs';
import hammer from 'lucide-static/dist/esm/icons/hammer.mjs';
import hourglass from 'lucide-static/dist/esm/icons/hourglass.mjs';
import keyRound from 'lucide-static/dist/esm/icons/key-round.mjs';
import landmark from 'lucide-static/dist/esm/icons/landmark.mjs';
import listTree from 'lucide-static/dist/esm/icons/list-tree.mjs';
import lock from 'lucide-static/dist/esm/icons/lock.mjs';
import lockKeyhole from 'lucide-static/dist/esm/icons/lock-keyhole.mjs';
import moonStar from 'lucide-static/dist/esm/icons/moon-star.mjs';
import mountainSnow from 'lucide-static/dist/esm/icons/mountain-snow.mjs';
import mousePointerClick from 'lucide-static/dist/esm/icons/mouse-pointer-click.mjs';
import pencil from 'lucide-static/dist/esm/icons/pencil.mjs';
import plug from 'lucide-static/dist/esm/icons/plug.mjs';
import puzzle from 'lucide-static/dist/esm/icons/puzzle.mjs';
import pyramid from 'lucide-static/dist/esm/icons/pyramid.mjs';
import quote from 'lucide-static/dist/esm/icons/quote.mjs';
import radioTower from 'lucide-static/dist/esm/icons/radio-tower.mjs';
import rewind from 'lucide-static/dist/esm/icons/rewind.mjs';
import rocket from 'lucide-static/dist/esm/icons/rocket.mjs';
import rotateCcw from 'lucide-static/dist/esm/icons/rotate-ccw.mjs';
import router from 'lucide-static/dist/esm/icons/router.mjs';
import scrollText from 'lucide-static/dist/esm/icons/scroll-text.mjs';
import shell from 'lucide-static/dist/esm/icons/shell.mjs';
import ship from 'lucide-static/dist/esm/icons/ship.mjs';
import skull from 'lucide-static/dist/esm/icons/skull.mjs';
import spool from 'lucide-static/dist/esm/icons/spool.mjs';
import sportShoe from 'lucide-static/dist/esm/icons/sport-shoe.mjs';
import terminal from 'lucide-static/dist/esm/icons/terminal.mjs';
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs';
import wandSparkles from 'lucide-static/dist/esm/icons/wand-sparkles.mjs';
import waypoints from 'lucide-static/dist/esm/icons/waypoints.mjs';
import wine from 'lucide-static/dist/esm/icons/wine.mjs';
import worm from 'lucide-static/dist/esm/icons/worm.mjs';

/**
 * The drawing behind each icon key of the catalogue, from the Lucide icon set (ISC licence).
 * Each icon is imported by itself from the package, so that Node, tsc and esbuild all resolve the same files
 * and a bundle carries only these and not the whole set.
 */
const DRAWINGS = {
  flame: flame,
  avalanche: mountainSnow,
  nodes: waypoints,
  rocket: rocket,
  branch: gitBranch,
  daemon: ghost,
  clock: alarmClock,
  warning: triangleAlert,
  wine: wine,
  scroll: scrollText,
  plug: plug,
  lock: lock,
  package_skull: skull,
  restart: rotateCcw,
  key: keyRound,
  colon: listTree,
  container: container,
  melting_clock: hourglass,
  pencil: pencil,
  blueprint: draftingCompass,
  pixel: grid3x3,
  ship: ship,
  spark_cursor: mousePointerClick,
  needle: spool,
  hammer_scroll: hammer,
  anvil: anvil,
  crystal: gem,
  palace: landmark,
  dragon: worm,
  antenna: radioTower,
  puzzle: puzzle,
  rewind: rewind,
  spiral: shell,
  quote: quote,
  compass: compass,
  browser: appWindow,
  terminal: terminal,
  wand: wandSparkles,
  folder: folderSearch,
  eye: eye,
  wave: audioLines,
  swap: arrowLeftRight,
  router: router,
  codex: bookOpenText,
  prism: pyramid,
  marathon: sportShoe,
  calendar: calendarDays,
  moon: moonStar,
  cache: databaseZap,
  secret: lockKeyhole,
} as const satisfies Record<string, string>;

type BadgeIcon = keyof typeof DRAWINGS;

/** Side of the square that every icon is drawn in. */
export const ICON_GRID = 24;

function isBadgeIcon(key: string): key is BadgeIcon {
  return Object.hasOwn(DRAWINGS, key);
}

/**
 * The shapes of an icon without their `<svg>` frame, on a grid of 24 × 24, to be stroked and not filled.
 * A key that the catalogue of another version may hold and this one does not is drawn as the secret icon.
 */
export function iconShapes(key: string): string {
  const svg = DRAWINGS[isBadgeIcon(key) ? key : 'secret'];
  return svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .trim();
}

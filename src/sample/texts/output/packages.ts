import type { Random } from '../../random.ts';
import { kebab, lines, noun, sourcePath } from '../names.ts';

const version = (r: Random): string => `${r.int(0, 9)}.${r.int(0, 30)}.${r.int(0, 12)}`;

const npm = (r: Random): string =>
  `> npm install\n\n${lines(r, 1, 4, (q) => `npm warn deprecated ${kebab(q)}@${version(q)}: use ${kebab(q)} instead`)}\nadded ${r.int(20, 900)} packages, and audited ${r.int(100, 1500)} packages in ${r.int(2, 60)}s\n\n${r.int(8, 200)} packages are looking for funding\n  run \`npm fund\` for details\n\nfound 0 vulnerabilities\n`;

const npmFailure = (r: Random): string =>
  `$ npm install ${kebab(r)}@${version(r)}\nnpm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error\nnpm error Found: ${kebab(r)}@${version(r)}\nnpm error node_modules/${kebab(r)}\nnpm error   peer ${noun(r)}@"^${version(r)}" from ${kebab(r)}@${version(r)}\nnpm error A complete log of this run can be found in: /home/dev/.npm/_logs/${r.hex(12)}-debug-0.log\n`;

const pip = (r: Random): string =>
  `$ pip install -r requirements.txt\n${lines(r, 4, 14, (q) => `Collecting ${kebab(q)}>=${version(q)}\n  Downloading ${kebab(q)}-${version(q)}-py3-none-any.whl (${q.int(10, 900)} kB)`)}Successfully installed ${kebab(r)}-${version(r)} ${kebab(r)}-${version(r)}\n`;

const uv = (r: Random): string =>
  `$ uv add ${kebab(r)}\nResolved ${r.int(12, 200)} packages in ${r.int(20, 900)}ms\nInstalled ${r.int(1, 9)} packages in ${r.int(5, 200)}ms\n${lines(r, 2, 7, (q) => ` + ${kebab(q)}==${version(q)}`)}`;

/** An image build. Says nothing of names in use: that badge of the sample is to remain a secret. */
const image = (r: Random): string =>
  `${lines(r, 5, 12, (q, i) => `#${i + 4} [${q.pick(['build', 'runtime'])} ${i + 1}/9] ${q.pick(['COPY', 'RUN', 'WORKDIR'])} ${sourcePath(q)}\n#${i + 4} ${q.chance(0.5) ? 'CACHED' : `DONE ${q.int(0, 40)}.${q.int(0, 9)}s`}`)}#18 exporting to image\n#18 writing image sha256:${r.hex(64)}\n`;

const images = (r: Random): string =>
  `REPOSITORY          TAG       IMAGE ID       SIZE\n${lines(r, 3, 9, (q) => `${kebab(q).padEnd(19)} ${version(q).padEnd(9)} ${q.hex(12)}   ${q.int(20, 900)}MB`)}`;

/** What package managers and image builders print. */
export function packageOutput(random: Random): string {
  return random.weighted([
    [npm, 3],
    [npmFailure, 1],
    [pip, 2],
    [uv, 2],
    [image, 3],
    [images, 1],
  ])(random);
}

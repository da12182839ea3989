/** One icon of lucide-static as the text of an SVG file; the package ships no types for its single icons. */
declare module 'lucide-static/dist/esm/icons/*.mjs' {
  const svg: string;
  export default svg;
}

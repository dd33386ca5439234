/** Files that the build puts beside the script; the import is their address. */
declare module '*?url&no-inline' {
  const url: string;
  export default url;
}

/** A stylesheet's text, part of the script. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}

declare module 'virtual:about' {
  /** Made by tools/aboutModule.mjs while the window is built. */
  export const about: {
    readonly version: string;
    readonly licence: string;
    readonly packages: readonly {
      readonly name: string;
      readonly version: string;
      readonly licence: string;
      /** A place in `texts`. */
      readonly text: number;
    }[];
    readonly texts: readonly string[];
  };
}

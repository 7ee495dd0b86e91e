interface ImportMetaEnv {
  /** The version of the package, written in by the build. */
  readonly SATCHEL_VERSION: string;
}

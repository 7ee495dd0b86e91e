type Headers = Readonly<Record<string, string>>;
/** What every answer carries. An answer that is data can load and run nothing. */
export declare function securityHeaders(isHttps: boolean): Headers;
/** The policy for the app's own pages. `styleHashes` name the inline styles that the build could not
 *  avoid, such as `sha256-…`; WebAssembly is what hashes where WebCrypto is missing. */
export declare function pagePolicy(styleHashes: readonly string[]): string;

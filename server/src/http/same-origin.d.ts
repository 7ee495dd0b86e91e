/** Decides whether a browser says that a request comes from another site. Knows headers only. */
export interface OriginHeaders {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
}
export declare function isMutating(method: string): boolean;
/** Both headers are set by browsers and cannot be set by scripts. Who sends neither is no browser,
 *  and so carries no cookie that somebody else could borrow. */
export declare function isCrossOrigin(headers: OriginHeaders, publicUrl: URL | undefined): boolean;

export interface RequestSample {
  readonly method: string;
  /** The route's template, never a path: few values, and no secret among them. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly uploadedBytes: number;
}
/** What an operator's Prometheus reads. */
export interface Metrics {
  observe(sample: RequestSample): void;
  text(): Promise<string>;
  readonly contentType: string;
}
export declare function createMetrics(): Metrics;

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

interface RequestSample {
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

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'satchel_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [registry],
  });
  const uploaded = new Counter({
    name: 'satchel_uploaded_bytes_total',
    help: 'Bytes of chunks that were received and acknowledged.',
    registers: [registry],
  });
  return {
    observe({ method, route, status, seconds, uploadedBytes }) {
      durations.observe({ method, route, status }, seconds);
      if (uploadedBytes > 0) uploaded.inc(uploadedBytes);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

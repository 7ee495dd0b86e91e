import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

interface RequestSample {
  readonly method: string;
  /** The route's template, never a path: few values, and no secret among them. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly uploadedBytes: number;
}

interface SocketMetrics {
  opened(): void;
  closed(): void;
  delivered(changes: number): void;
  fellBehind(): void;
}

/** What an operator's Prometheus reads. */
export interface Metrics {
  observe(sample: RequestSample): void;
  readonly sockets: SocketMetrics;
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
    sockets: createSocketMetrics(registry),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function createSocketMetrics(registry: Registry): SocketMetrics {
  const registers = [registry];
  const open = new Gauge({
    name: 'satchel_sockets_open',
    help: 'Sockets that are open.',
    registers,
  });
  const delivered = new Counter({
    name: 'satchel_changes_delivered_total',
    help: 'Changes that were sent over sockets, counted for each socket.',
    registers,
  });
  const fellBehind = new Counter({
    name: 'satchel_sockets_fallen_behind_total',
    help: 'How often a socket took changes too slowly and had to catch up by itself.',
    registers,
  });
  return {
    opened: () => open.inc(),
    closed: () => open.dec(),
    delivered: (changes) => delivered.inc(changes),
    fellBehind: () => fellBehind.inc(),
  };
}

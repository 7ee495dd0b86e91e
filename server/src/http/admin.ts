import type { RequestListener } from 'node:http';
import type { Metrics } from './metrics.ts';

/** What an operator's own tools read, on a listener that the world cannot reach. */
export function createAdmin(metrics: Metrics): RequestListener {
  return (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  };
}

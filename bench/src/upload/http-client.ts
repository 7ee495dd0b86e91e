import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** The least HTTP client that keeps its connections. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    private readonly origin: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Rejects unless the answer has the status that is expected. */
  async send(
    method: string,
    path: string,
    expected: number,
    headers: OutgoingHttpHeaders = {},
    body?: Buffer | string,
  ): Promise<HttpAnswer> {
    const answer = await this.exchange(method, path, headers, body);
    if (answer.status !== expected) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    }
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
    body: Buffer | string | undefined,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.origin);
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const call = request(url, { method, agent: this.agent, headers: { ...headers, ...length } });
      call.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('error', reject);
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      call.end(body);
    });
  }
}

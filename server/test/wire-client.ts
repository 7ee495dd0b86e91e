export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
export type HeaderFields = Readonly<Record<string, string>>;

/** An answer as it came over the wire; `body` is the parsed JSON, or undefined where it is none. */
export interface WireAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly body: Body;
}

/** Every refusal, as tests look at it. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly needed?: readonly number[];
}

/** A client with a cookie jar, as a browser has one. Paths are below `/api/v1`. Bytes are sent as
 *  `application/octet-stream`, anything else as JSON. The type of an answer's body is the caller's
 *  claim: tests check what they rely on. */
export class WireClient {
  readonly cookies: Map<string, string>;

  constructor(
    readonly origin: string,
    cookies: ReadonlyMap<string, string> = new Map(),
  ) {
    this.cookies = new Map(cookies);
  }

  get<Body = ProblemBody>(path: string, headers: HeaderFields = {}) {
    return this.send<Body>('GET', `/api/v1${path}`, undefined, headers);
  }

  post<Body = ProblemBody>(path: string, body?: unknown, headers: HeaderFields = {}) {
    return this.send<Body>('POST', `/api/v1${path}`, body, headers);
  }

  put<Body = ProblemBody>(path: string, body?: unknown, headers: HeaderFields = {}) {
    return this.send<Body>('PUT', `/api/v1${path}`, body, headers);
  }

  patch<Body = ProblemBody>(path: string, body?: unknown, headers: HeaderFields = {}) {
    return this.send<Body>('PATCH', `/api/v1${path}`, body, headers);
  }

  delete<Body = ProblemBody>(path: string, headers: HeaderFields = {}) {
    return this.send<Body>('DELETE', `/api/v1${path}`, undefined, headers);
  }

  /** Any method on any path, from the root. */
  async send<Body = ProblemBody>(
    method: Method,
    path: string,
    body?: unknown,
    headers: HeaderFields = {},
  ): Promise<WireAnswer<Body>> {
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: { ...this.#cookieHeader(), ...contentType(body), ...headers },
      ...(body === undefined ? {} : { body: encode(body) }),
    });
    this.#keepCookies(response.headers);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined;
    return { status: response.status, headers: response.headers, bytes, body: parsed as Body };
  }

  #cookieHeader(): HeaderFields {
    if (this.cookies.size === 0) return {};
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function contentType(body: unknown): HeaderFields {
  if (body === undefined) return {};
  const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
  return { 'content-type': type };
}

function encode(body: unknown): Uint8Array<ArrayBuffer> | string {
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

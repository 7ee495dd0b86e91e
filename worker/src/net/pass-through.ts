/** The request as it came, answered by the network. */
export function passThrough(request: Request): Promise<Response> {
  return fetch(request);
}

/** Something in front of the server answers in its stead, because it is not there. */
export function isUnreached({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504;
}

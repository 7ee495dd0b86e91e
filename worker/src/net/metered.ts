// Whether the network is one where each byte may cost money.

interface NetworkInformation {
  readonly type?: string;
  readonly saveData?: boolean;
}

/** False where the browser does not tell: most tell only on phones. */
export function isMetered(): boolean {
  const connection = (navigator as { connection?: NetworkInformation }).connection;
  return connection?.saveData === true || connection?.type === 'cellular';
}

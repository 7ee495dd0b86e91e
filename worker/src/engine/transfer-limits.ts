// What a person lets transfers take of the network.

export interface TransferLimits {
  /** Null: as much as there is. */
  readonly bytesPerSecond: number | null;
  /** Whether they wait while each byte may cost money. */
  readonly pausesOnMetered: boolean;
}

export const NO_LIMITS: TransferLimits = { bytesPerSecond: null, pausesOnMetered: false };

/** Where the time comes from, so that tests can move it. */
export interface Clock {
  now(): Date;
}

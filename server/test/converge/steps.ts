// What may happen to devices, and what people choose.

import fc from 'fast-check';
import { nth, step } from './deed.ts';
import { story } from './stories.ts';

export const steps = fc
  .array(
    fc.oneof({ weight: 16, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: story }),
    { minLength: 4, maxLength: 16 },
  )
  .map((some) => some.flat());

/** What people choose of what is offered to them at the end, one after the other and over again. */
export const choices = fc.array(nth, { minLength: 7, maxLength: 7 });

import { Refusal } from '../lib/refuse.ts';
import type { Answer } from '../lib/route.ts';
/** A refusal as RFC 9457 shapes it. */
export declare function problemAnswer(refusal: Refusal): Answer;
/** What the caller learns of a fault: that it was ours. */
export declare function faultAnswer(): Answer;

import { describeRateLimiter } from '../../ports/rate-limiter.contract.ts';
import { MemoryRateLimiter } from './rate-limiter.ts';

describeRateLimiter('MemoryRateLimiter', () => new MemoryRateLimiter());

import { describeBus } from '../../ports/bus.contract.ts';
import { MemoryBus } from './bus.ts';

describeBus('MemoryBus', () => new MemoryBus());

import { vi } from 'vitest';

// What a module holds, such as the names to search in, belongs to one page, and so to one test file.
vi.resetModules();

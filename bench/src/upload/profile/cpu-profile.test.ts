import { expect, it } from 'vitest';
import { causeOf, sumByCause } from './cpu-profile.ts';

const frame = (functionName: string, url = '') => ({
  functionName,
  url,
  scriptId: '0',
  lineNumber: 0,
  columnNumber: 0,
});
const app = frame('keep', 'file:///srv/server/dist/main.js');

it('asks the innermost frame that says something', () => {
  expect(causeOf([app, frame('writev'), frame('')])).toBe('Satchel and Koa');
  expect(causeOf([app, frame('update', 'node:internal/crypto/hash'), frame('update')])).toBe(
    'hashing',
  );
  expect(causeOf([app, frame('send', '/node_modules/pg/lib/client.js'), frame('writev')])).toBe(
    'PostgreSQL: sending and reading',
  );
});

it('puts what nobody knows under everything else', () => {
  expect(causeOf([frame('(root)'), frame('(program)')])).toBe('everything else');
});

it('sums the time of samples by their cause', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 3] },
      { id: 2, callFrame: frame('(idle)') },
      { id: 3, callFrame: app },
    ],
    startTime: 0,
    endTime: 9000,
    samples: [2, 3, 2],
    timeDeltas: [1000, 3000, 5000],
  };
  expect([...sumByCause(profile)]).toEqual([
    ['idle', 6],
    ['Satchel and Koa', 3],
  ]);
});

// Says every second that it is alive, for as long as the browser lets it.

const tell = (what) => fetch(`/tell/${what}`, { method: 'POST' }).catch(() => {});

const beat = async (seconds) => {
  for (let second = 0; second < seconds; second++) {
    await tell('beat');
    await new Promise((later) => setTimeout(later, 1000));
  }
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  const { seconds, isHeld } = event.data;
  const beating = beat(seconds ?? Number.POSITIVE_INFINITY);
  if (isHeld) event.waitUntil(beating);
});

addEventListener('sync', (event) => {
  const beating = beat(Number.POSITIVE_INFINITY);
  const failing = tell('attempt').then(() => Promise.reject(new Error('not this time')));
  event.waitUntil(event.tag === 'fails' ? failing : beating);
});

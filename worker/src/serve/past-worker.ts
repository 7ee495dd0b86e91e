/** In the query of an address: the service worker leaves it to the network. The server does not mind. */
export const PAST_WORKER = 'direct';

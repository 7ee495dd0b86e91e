export const WAITING_ADDRESS = '/waiting';

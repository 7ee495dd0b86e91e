export { WaitingPage } from './WaitingPage.tsx';
export { WatchOutbox } from './WatchOutbox.tsx';

export { TellRefusals } from './TellRefusals.tsx';
export { WaitingPage } from './WaitingPage.tsx';

export { TransfersPanel } from './TransfersPanel.tsx';

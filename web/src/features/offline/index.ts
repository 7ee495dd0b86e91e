export { OfflinePage } from './OfflinePage.tsx';

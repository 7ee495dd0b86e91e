import { Compass } from 'lucide-react';
import { useLocation } from 'wouter';
import { useTitle } from '../lib/use-title.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MY_FILES } from './layout/places.ts';

export function NotFound() {
  const [, navigate] = useLocation();
  useTitle('Nothing here');
  return (
    <EmptyState
      icon={Compass}
      isPage
      title="There is nothing at this address"
      actions={
        <Button variant="primary" onPress={() => navigate(MY_FILES.href)}>
          Go to my files
        </Button>
      }
    >
      The address may have been mistyped, or what was here has moved.
    </EmptyState>
  );
}

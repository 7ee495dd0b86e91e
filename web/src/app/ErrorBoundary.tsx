import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Keeps one broken page from taking the rest with it, and offers a way on. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <EmptyState
        icon={TriangleAlert}
        isPage
        title="This page could not be shown"
        actions={
          <>
            <Button onPress={() => this.setState({ isBroken: false })}>Try again</Button>
            <Button variant="primary" onPress={() => location.reload()}>
              Load Satchel again
            </Button>
          </>
        }
      >
        Your files and your transfers are safe. Loading Satchel again usually helps.
      </EmptyState>
    );
  }
}

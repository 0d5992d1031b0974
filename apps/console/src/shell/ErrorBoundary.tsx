import { Component, type ReactNode } from 'react';
import { PageError } from './PageError.tsx';

type State = { error: unknown; failed: boolean };

/** The last net: whatever throws above the pages ends in words and a button, never in a white screen. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <PageError error={this.state.error} reset={() => this.setState({ error: null, failed: false })} />;
  }
}

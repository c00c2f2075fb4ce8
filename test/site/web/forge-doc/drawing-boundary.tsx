import { Component, type ReactNode } from 'react';
import { messageOf } from '../error-message';
import type { ForgeNode } from './forge-node';

interface DrawingBoundaryProps {
  doc: ForgeNode;
  /** What stands in place of a drawing that cannot be made. */
  failed: (message: string) => ReactNode;
  children: ReactNode;
}

interface DrawingState {
  message?: string | undefined;
}

/** Keeps an error in drawing one module from breaking the page around it. The next document is tried again. */
export class DrawingBoundary extends Component<DrawingBoundaryProps, DrawingState> {
  override state: DrawingState = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: messageOf(error) };
  }

  override componentDidUpdate({ doc }: DrawingBoundaryProps): void {
    if (doc !== this.props.doc && this.state.message !== undefined) this.setState({ message: undefined });
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === undefined ? this.props.children : this.props.failed(message);
  }
}

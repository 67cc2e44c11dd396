import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";

interface Props {
  /** Of the page: with another one it is tried anew. */
  readonly path: string;
  readonly children: ReactNode;
}

/**
 * What is shown instead of a page that broke: because of a mistake of ours, or because its script
 * is gone, as happens to a dashboard that is open while a new version is put in its place.
 */
export class PageBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: Props): void {
    const isOther = before.path !== this.props.path;
    if (isOther && this.state.hasFailed) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="md-page">
        <div className="md-state" role="alert">
          <strong>This page could not be shown</strong>
          <span>Nothing was lost. A newer version of the dashboard may be there by now.</span>
          <Button size="xs" onClick={() => window.location.reload()}>
            Load it again
          </Button>
        </div>
      </div>
    );
  }
}

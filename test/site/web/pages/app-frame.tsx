import type { ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { DrawingBoundary } from '../forge-doc/drawing-boundary';
import { ForgeDoc } from '../forge-doc/forge-doc';
import { useSite, type AppModule } from './site-context';
import { framePath, useHostedFrame } from './use-hosted-frame';

interface AppFrameProps {
  module: AppModule;
  issueKey?: string;
  /** Whether the user has just added the panel to the issue. */
  isNewToIssue?: boolean;
  /** Reads again what the page around the frame shows. */
  refresh: () => void;
}

/**
 * One module of the app: its code runs in a sandboxed frame that reaches nothing but the bridge,
 * and what it draws appears here, on the page.
 */
export function AppFrame({ module, issueKey, isNewToIssue, refresh }: AppFrameProps): ReactNode {
  const { app, locale } = useSite();
  const hosted = useHostedFrame({ moduleKey: module.key, issueKey, isNewToIssue }, refresh);
  const { checkLoaded, doc, failure, frame, open, refusal, send } = hosted;
  const showFailure = (message: string) => (
    <SectionMessage appearance="error" title={`${app.name} has run into an error`}>
      <p className="failure">{message}</p>
    </SectionMessage>
  );
  return (
    <div className="app-frame">
      <iframe
        ref={frame}
        sandbox="allow-scripts"
        src={framePath(module.key, locale)}
        hidden
        title={`${module.title} (the app's code)`}
        onLoad={checkLoaded}
      />
      {failure !== undefined && showFailure(failure)}
      {doc && (
        <DrawingBoundary doc={doc} failed={showFailure}>
          <ForgeDoc doc={doc} open={open} send={send} users={app.users} people={app.people} />
        </DrawingBoundary>
      )}
      {refusal !== undefined && (
        <p className="refusal" role="status">
          The platform answered this app with an error: {refusal}
        </p>
      )}
      {!doc && failure === undefined && <Spinner label={`Loading ${module.title}`} />}
    </div>
  );
}

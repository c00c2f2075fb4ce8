import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { createHost, type FlagOptions, type Host, type HostPage } from '../bridge/host';
import { messageOf } from '../error-message';
import type { ForgeNode } from '../forge-doc/forge-node';
import type { FrameCall, HostToFrame } from '../frame/protocol';
import { requestText } from '../http';
import { useFlags, type Flag } from './flags';
import { asUser } from './navigation';
import { useSite } from './site-context';

export interface HostedFrame {
  frame: RefObject<HTMLIFrameElement>;
  /** What the app drew last. */
  doc?: ForgeNode;
  failure?: string;
  /** Why the latest call of the app's to its platform was refused, if it was the latest. */
  refusal?: string;
  send: (handler: number, args: readonly unknown[]) => void;
  open: (url: string, newTab: boolean) => void;
  /** To be called when the frame has loaded: tells it the time, and shows why, if its page could not be made. */
  checkLoaded: () => void;
}

export function framePath(moduleKey: string, locale: string): string {
  return `/frame/${encodeURIComponent(moduleKey)}?${new URLSearchParams({ locale }).toString()}`;
}

/** Which module of the app a frame runs, and where. */
export interface FramePlace {
  moduleKey: string;
  issueKey?: string | undefined;
  /** Whether the user has just added the panel to the issue. */
  isNewToIssue?: boolean | undefined;
}

/** The bridge between this page and the frame that runs one module of the app. */
export function useHostedFrame(at: FramePlace, refresh: () => void): HostedFrame {
  const { moduleKey, issueKey, isNewToIssue = false } = at;
  const { live, locale, user } = useSite();
  const frame = useRef<HTMLIFrameElement>(null);
  const [drawn, setDrawn] = useState<Pick<HostedFrame, 'doc' | 'failure'>>({});
  const [refusal, setRefusal] = useState<string>();
  const post = useCallback((message: HostToFrame) => {
    // The sandbox gives the frame an opaque origin, which cannot be named here.
    frame.current?.contentWindow?.postMessage(message, '*');
  }, []);
  const page = useHostPage(setDrawn, post, refresh);

  useLayoutEffect(() => {
    const place = { module: moduleKey, as: user.login, locale };
    const onIssue = issueKey !== undefined && { issue: issueKey };
    const hosted = { ...place, ...onIssue, ...(isNewToIssue && { isNewToIssue }) };
    const host = createHost(hosted, page);
    const listen = (event: MessageEvent<FrameCall>) => {
      if (event.source !== frame.current?.contentWindow) return;
      void answer(host, event.data, setRefusal).then(post);
    };
    window.addEventListener('message', listen);
    const stopClock = live.onClock((offset) => {
      post({ forge: 'clock', offset });
    });
    return () => {
      window.removeEventListener('message', listen);
      stopClock();
      host.stop();
    };
  }, [isNewToIssue, issueKey, live, locale, moduleKey, page, post, user.login]);
  const checkLoaded = () => {
    // What was posted while the frame was loading, nobody heard.
    if (live.clockOffset !== undefined) post({ forge: 'clock', offset: live.clockOffset });
    if (!drawn.doc)
      void requestText(framePath(moduleKey, locale)).catch((error: unknown) => {
        page.fail(messageOf(error));
      });
  };
  return {
    frame,
    ...drawn,
    ...(refusal !== undefined && { refusal }),
    send: page.runHandler,
    open: page.open,
    checkLoaded,
  };
}

/** The result of a call for the frame; `setRefusal` is told when the platform refuses one, and when it no longer does. */
async function answer(
  host: Host,
  call: FrameCall,
  setRefusal: (refusal: string | undefined) => void,
): Promise<HostToFrame> {
  try {
    const answered = await host.answer(call);
    if (call.cmd === 'invoke') setRefusal(undefined);
    return { forge: 'result', id: call.id, ...answered };
  } catch (error) {
    setRefusal(messageOf(error));
    return { forge: 'result', id: call.id, error: messageOf(error) };
  }
}

type Draw = (
  update: (drawn: Pick<HostedFrame, 'doc' | 'failure'>) => Pick<HostedFrame, 'doc' | 'failure'>,
) => void;

function useHostPage(setDrawn: Draw, post: (message: HostToFrame) => void, refresh: () => void): HostPage {
  const { live, user } = useSite();
  const flags = useFlags();
  return useMemo(() => {
    const runHandler: HostPage['runHandler'] = (handler, args) => {
      post({ forge: 'event', handler, args: [...args] });
    };
    return {
      live,
      refresh,
      runHandler,
      draw: (doc) => {
        setDrawn((drawn) => ({ ...drawn, doc }));
      },
      fail: (failure) => {
        setDrawn((drawn) => ({ ...drawn, failure }));
      },
      open: (url, newTab) => {
        window.open(asUser(url, user.login), newTab ? '_blank' : '_self');
      },
      showFlag: (flag) => {
        flags.show(flagOf(flag, runHandler));
      },
      closeFlag: flags.close,
    };
  }, [flags, live, post, refresh, setDrawn, user.login]);
}

const APPEARANCES: Readonly<Record<string, Flag['appearance']>> = {
  success: 'success',
  warning: 'warning',
  error: 'error',
};

function flagOf(flag: FlagOptions, run: HostPage['runHandler']): Flag {
  return {
    id: flag.id,
    title: flag.title ?? '',
    description: flag.description ?? '',
    appearance: APPEARANCES[flag.type ?? ''] ?? 'information',
    isAutoDismiss: flag.isAutoDismiss ?? false,
    actions: (flag.actions ?? []).map(({ text, onClick }) => ({
      text,
      onClick: () => {
        if (onClick) run(onClick.__handler, []);
      },
    })),
  };
}

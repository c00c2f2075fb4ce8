import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import InformationIcon from '@atlaskit/icon/core/status-information';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { messageOf } from '../error-message';

type Appearance = 'information' | 'success' | 'warning' | 'error';

export interface Flag {
  id: string;
  title: string;
  description?: string;
  appearance: Appearance;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick: () => void }[];
}

interface Flags {
  show: (flag: Flag) => void;
  close: (id: string) => void;
}

const Context = createContext<Flags | undefined>(undefined);

/** How long Atlaskit keeps a flag that goes by itself. */
const AUTO_DISMISS_MS = 8000;

const ICONS: Readonly<Record<Appearance, ComponentType<{ label: string; color: 'currentColor' }>>> = {
  information: InformationIcon,
  success: SuccessIcon,
  warning: WarningIcon,
  error: ErrorIcon,
};

/** @throws Error outside of a `FlagsProvider` */
export function useFlags(): Flags {
  const flags = useContext(Context);
  if (!flags) throw new Error('A flag is shown outside of a FlagsProvider');
  return flags;
}

/** Runs work that a person started; why it failed, if it did, is shown as a flag. */
export function useAction(): (work: () => Promise<unknown>) => void {
  const { show } = useFlags();
  return (work) => {
    work().catch((error: unknown) => {
      show({
        id: 'action',
        appearance: 'error',
        title: 'That was not possible',
        description: messageOf(error),
      });
    });
  };
}

/** Shows flags over the page, newest on top, as Jira does in its lower left corner. */
export function FlagsProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly Flag[]>([]);
  const close = useCallback((id: string) => {
    setShown((flags) => flags.filter((flag) => flag.id !== id));
  }, []);
  const show = useCallback(
    (flag: Flag) => {
      setShown((flags) => [flag, ...flags.filter((other) => other.id !== flag.id)]);
      if (flag.isAutoDismiss) setTimeout(close, AUTO_DISMISS_MS, flag.id);
    },
    [close],
  );
  const flags = useMemo(() => ({ show, close }), [show, close]);
  return (
    <Context.Provider value={flags}>
      {children}
      <div className="flags" role="status">
        {shown.map((flag) => (
          <FlagView key={flag.id} flag={flag} close={close} />
        ))}
      </div>
    </Context.Provider>
  );
}

function FlagView({ flag, close }: { flag: Flag; close: Flags['close'] }): ReactNode {
  const Icon = ICONS[flag.appearance];
  const actions = flag.actions ?? [];
  return (
    <section className="flag" data-appearance={flag.appearance} aria-label={flag.title}>
      <span className="flag-icon">
        <Icon label={flag.appearance} color="currentColor" />
      </span>
      <div className="flag-content">
        <strong>{flag.title}</strong>
        {flag.description && <p>{flag.description}</p>}
        {actions.length > 0 && (
          <div className="flag-actions">
            {actions.map(({ text, onClick }) => (
              <Button key={text} appearance="subtle" spacing="compact" onClick={onClick}>
                {text}
              </Button>
            ))}
          </div>
        )}
      </div>
      <IconButton
        icon={CrossIcon}
        label="Dismiss"
        appearance="subtle"
        spacing="compact"
        onClick={() => {
          close(flag.id);
        }}
      />
    </section>
  );
}

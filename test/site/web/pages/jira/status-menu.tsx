import { useState, type ReactNode } from 'react';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { TransitionScreen } from './transition-screen';
import { transitionIssue, type IssueView, type JiraStatus, type JiraTransition } from './jira-client';

/** The status of a request, with the transitions that this user may make. */
export function StatusMenu({ view }: { view: IssueView }): ReactNode {
  const { status } = view.issue.fields;
  const [onScreen, setOnScreen] = useState<JiraTransition>();
  const { key } = view.issue;
  if (view.transitions.length === 0) return <StatusPill status={status} />;
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        trigger={({ triggerRef, isSelected, testId, ...props }) => (
          <button
            {...props}
            ref={triggerRef}
            type="button"
            className="status"
            data-category={status.statusCategory.key}
            aria-label={`${status.name} - Change status`}
          >
            {status.name}
            <ChevronDownIcon label="" size="small" />
          </button>
        )}
      >
        <DropdownItemGroup>
          {view.transitions.map((transition) => (
            <TransitionItem
              key={transition.id}
              issueKey={key}
              transition={transition}
              onScreen={() => {
                setOnScreen(transition);
              }}
            />
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      <TransitionScreen
        issueKey={key}
        transition={onScreen}
        onClose={() => {
          setOnScreen(undefined);
        }}
      />
    </>
  );
}

function StatusPill({ status }: { status: JiraStatus }): ReactNode {
  return (
    <span className="status" data-category={status.statusCategory.key}>
      {status.name}
    </span>
  );
}

interface TransitionItemProps {
  issueKey: string;
  transition: JiraTransition;
  /** Opens the transition's screen. */
  onScreen: () => void;
}

function TransitionItem({ issueKey, transition, onScreen }: TransitionItemProps): ReactNode {
  const { user } = useSite();
  const act = useAction();
  const take = () => {
    act(() => transitionIssue(user.login, issueKey, transition.id));
  };
  return (
    <DropdownItem onClick={transition.hasScreen ? onScreen : take}>
      <span className="transition">
        {transition.name}
        <ArrowRightIcon label="to" size="small" />
        <StatusPill status={transition.to} />
      </span>
    </DropdownItem>
  );
}

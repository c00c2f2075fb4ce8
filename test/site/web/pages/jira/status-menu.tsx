import type { ReactNode } from 'react';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { transitionIssue, type IssueView, type JiraStatus, type JiraTransition } from './jira-client';

/** The status of a request, and the ways on from it for whoever may take them. */
export function StatusMenu({ view }: { view: IssueView }): ReactNode {
  const { status } = view.issue.fields;
  if (view.transitions.length === 0) return <StatusPill status={status} />;
  return (
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
          <TransitionItem key={transition.id} issueKey={view.issue.key} transition={transition} />
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

function StatusPill({ status }: { status: JiraStatus }): ReactNode {
  return (
    <span className="status" data-category={status.statusCategory.key}>
      {status.name}
    </span>
  );
}

function TransitionItem({
  issueKey,
  transition,
}: {
  issueKey: string;
  transition: JiraTransition;
}): ReactNode {
  const { user } = useSite();
  const act = useAction();
  const take = () => {
    act(() => transitionIssue(user.login, issueKey, transition.id));
  };
  return (
    <DropdownItem onClick={take}>
      <span className="transition">
        {transition.name}
        <ArrowRightIcon label="to" size="small" />
        <StatusPill status={transition.to} />
      </span>
    </DropdownItem>
  );
}

import { useState, type FormEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { messageOf } from '../../error-message';
import { useSite } from '../site-context';
import { transitionIssue, type JiraTransition } from './jira-client';

interface TransitionScreenProps {
  issueKey: string;
  /** The transition whose screen is open, if one is. */
  transition: JiraTransition | undefined;
  onClose: () => void;
}

/** What a transition asks for before it is made, here a resolution; why it is refused is said in it. */
export function TransitionScreen({ issueKey, transition, onClose }: TransitionScreenProps): ReactNode {
  return (
    <ModalTransition>
      {transition && (
        <ModalDialog onClose={onClose} width="small">
          <Screen issueKey={issueKey} transition={transition} onClose={onClose} />
        </ModalDialog>
      )}
    </ModalTransition>
  );
}

function Screen({
  issueKey,
  transition,
  onClose,
}: TransitionScreenProps & { transition: JiraTransition }): ReactNode {
  const { user } = useSite();
  const [refusal, setRefusal] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget).get('resolution'));
    transitionIssue(user.login, issueKey, transition.id, { resolution: { id } }).then(
      onClose,
      (error: unknown) => {
        setRefusal(messageOf(error));
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <ModalHeader hasCloseButton>
        <ModalTitle>{transition.name}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {refusal !== undefined && (
          <p role="alert" className="refusal">
            {refusal}
          </p>
        )}
        <Label htmlFor="resolution">Resolution</Label>
        <select id="resolution" name="resolution" className="resolution">
          {(transition.fields?.resolution?.allowedValues ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" appearance="primary">
          {transition.name}
        </Button>
      </ModalFooter>
    </form>
  );
}

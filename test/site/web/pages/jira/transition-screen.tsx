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
  const resolutions = transition.fields?.resolution?.allowedValues ?? [];
  const [id, setId] = useState(resolutions[0]?.id);
  const [refusal, setRefusal] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
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
          <p role="alert" className="transition-refusal">
            {refusal}
          </p>
        )}
        <Label htmlFor="resolution">Resolution</Label>
        <select
          id="resolution"
          className="resolution"
          value={id}
          onChange={(event) => {
            setId(event.currentTarget.value);
          }}
        >
          {resolutions.map(({ id, name }) => (
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

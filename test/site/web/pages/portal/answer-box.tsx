import { useId, useState, type FormEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import TextArea from '@atlaskit/textarea';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { answerRequest } from './portal-client';

/** Where a customer answers; the answer is public. */
export function AnswerBox({ issueKey, refresh }: { issueKey: string; refresh: () => void }): ReactNode {
  const { user } = useSite();
  const id = useId();
  const [text, setText] = useState('');
  const act = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() === '') return;
    act(async () => {
      await answerRequest(user.login, issueKey, text);
      setText('');
      refresh();
    });
  };
  return (
    <form className="answer-box" onSubmit={submit}>
      <Label htmlFor={id}>Comment on this request</Label>
      <TextArea
        id={id}
        value={text}
        minimumRows={2}
        resize="smart"
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <Button type="submit" appearance="primary">
        Add comment
      </Button>
    </form>
  );
}

import React, { useEffect, useState } from 'react';
import ForgeReconciler, { Button, Stack, Text } from '@forge/react';
import { invoke, realtime, requestJira, view } from '@forge/bridge';

const Window = () => {
  const [seen, setSeen] = useState('…');
  const [heard, setHeard] = useState('…');
  const [issue, setIssue] = useState('…');
  useEffect(() => {
    view.getContext().then(({ extension }) => setSeen(`${extension.type} ${extension.request.key}`));
    realtime.subscribeGlobal('notices', setHeard).then(
      () => setHeard('listening'),
      (error) => setHeard(error.message),
    );
    requestJira('/rest/api/3/issue/HELP-1').then(({ status }) => setIssue(`issue ${status}`));
  }, []);
  return (
    <Stack space="space.100">
      <Text>{seen}</Text>
      <Text>{heard}</Text>
      <Text>{issue}</Text>
      <Button onClick={() => invoke('shout')}>Shout</Button>
    </Stack>
  );
};

ForgeReconciler.render(<Window />);

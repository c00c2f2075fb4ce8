import React from 'react';
import ForgeReconciler, { Lozenge, useProductContext } from '@forge/react';

const Mood = () => {
  const context = useProductContext();
  return context ? <Lozenge appearance="success">{context.extension.fieldValue}</Lozenge> : null;
};

ForgeReconciler.render(<Mood />);

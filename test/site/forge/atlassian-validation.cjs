/**
 * `node atlassian-validation.cjs`: what Atlassian's own validation says of the manifest in the current folder, as JSON.
 * It is a program of its own, since the validation reads the current folder and takes seconds of a processor.
 */
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');
const process = require('node:process');

ProcessorBuilder.instance()
  .withValidation(ValidationTypes.FULL)
  .build()
  .process()
  .then(({ errors = [] }) => process.stdout.write(JSON.stringify(errors)));

/**
 * Atlassian's own validation of manifests, as a program of its own: it reads the current folder, and takes seconds to
 * load. Told `{id, folder}`, one after the other, it answers each with `{id, errors}` or `{id, failure}`.
 */
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');
const process = require('node:process');

async function validate(folder) {
  process.chdir(folder);
  const { errors = [] } = await ProcessorBuilder.instance()
    .withValidation(ValidationTypes.FULL)
    .build()
    .process();
  return errors;
}

let latest = Promise.resolve();

process.on('message', ({ id, folder }) => {
  latest = latest
    .then(() => validate(folder))
    .then(
      (errors) => process.send({ id, errors }),
      (error) => process.send({ id, failure: error.message }),
    );
});

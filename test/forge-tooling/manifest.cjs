const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

/** Full validation of the manifest in the current folder. Its warnings count as errors: an app can do without. */
async function check() {
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build();
  const { success, errors: findings = [] } = await processor.process();
  const errors = findings.map(
    ({ level, message, line, column }) => `manifest.yml:${line}:${column} ${level}: ${message}`,
  );
  if (!success && errors.length === 0) errors.push('The validation did not succeed.');
  return { errors, summary: 'full validation of manifest.yml' };
}

module.exports = { check };

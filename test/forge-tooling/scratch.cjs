const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const process = require('node:process');

/** The tools leave their output in the system's temporary folder; this one goes when the program ends. */
function useScratchFolder() {
  const scratch = mkdtempSync(join(tmpdir(), 'forge-tooling-'));
  process.env.TMPDIR = scratch;
  process.env.TEMP = scratch;
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
}

module.exports = { useScratchFolder };

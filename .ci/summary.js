// Prints what the tests of all reports came to, as one line: a file that could not be loaded counts as one failure.
import { readFileSync } from 'node:fs';

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}

const isUnloaded = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed');
let [passed, failed] = [0, 0];
for (const path of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests, testResults } = readReport(path);
  passed += numPassedTests;
  failed += numFailedTests + testResults.filter(isUnloaded).length;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0) process.exitCode = 1;

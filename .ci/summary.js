// Prints what the tests came to, as one line: a file that could not be loaded counts as one failure.
import { readFileSync } from 'node:fs';

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}

const { numPassedTests, numFailedTests, testResults } = readReport(process.argv[2]);
const isUnloaded = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed');
const failed = numFailedTests + testResults.filter(isUnloaded).length;
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
if (failed > 0) process.exitCode = 1;

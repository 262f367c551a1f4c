import type { Block } from '../../context/blocks.ts';
import { styled, text } from '../../context/blocks.ts';

export interface Finding {
  area: 'configuration' | 'journal' | 'programs' | 'roles' | 'systems' | 'slack' | 'room';
  state: 'ok' | 'warning' | 'fault';
  says: string;
  /** What to do about it. */
  mend?: string;
}

type Area = Finding['area'];

export const fine = (area: Area, says: string): Finding => ({ area, state: 'ok', says });
export const doubtful = (area: Area, says: string, mend: string): Finding => ({ area, state: 'warning', says, mend });
export const wrong = (area: Area, says: string, mend: string): Finding => ({ area, state: 'fault', says, mend });

const signs = {
  ok: styled('✓', { color: 'green' }),
  warning: styled('!', { color: 'yellow' }),
  fault: styled('✗', { color: 'red' }),
};

export function showFindings(findings: readonly Finding[]): Block[] {
  return findings.flatMap(({ state, says, mend }) => [
    text(signs[state], ` ${says}`),
    ...(mend === undefined ? [] : [text(styled(`  → ${mend}`, { dim: true }))]),
  ]);
}

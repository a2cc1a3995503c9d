import { describe, expect, it } from 'vitest';
import { phaseOf, phaseSlugs, phases } from './phase.rules.ts';
import { questionTexts } from './question.texts.ts';

describe('the questions that the program begins with', () => {
  it.each(phases)('are the same in both languages, and short enough to be kept, for the phase %s', (phase) => {
    const [swedish, english] = [questionTexts('sv')[phase].questions, questionTexts('en')[phase].questions];
    expect(Object.keys(english)).toEqual(Object.keys(swedish));
    for (const question of [...Object.values(swedish), ...Object.values(english)]) {
      expect(question.length).toBeLessThanOrEqual(200);
    }
  });

  it('have an address for each phase, and no other', () => {
    for (const phase of phases) expect(phaseOf(phaseSlugs[phase])).toBe(phase);
    expect(phaseOf('panel')).toBeUndefined();
  });
});

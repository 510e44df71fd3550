import { ProblemError } from '../../api/request.ts';
import { refusedIn, releaseOf, sentText, shownText } from './correction.ts';

const hl7 = 'MSH|^~\\&|LIS\rPID|1||7\r';

describe('the text of a message', () => {
  it('is shown line by line, and sent back with the line ends that it came with', () => {
    expect(shownText(hl7)).toBe('MSH|^~\\&|LIS\nPID|1||7\n');
    expect(sentText(shownText(hl7), hl7)).toBe(hl7);
    expect(sentText('a\nc', 'a\r\nb')).toBe('a\r\nc');
    expect(sentText('{\n}', '{}')).toBe('{\n}');
  });
});

describe('a release', () => {
  it('says only what a person said', () => {
    expect(releaseOf({ patientId: undefined, text: undefined }, hl7)).toEqual({});
    expect(releaseOf({ patientId: 'p', text: shownText(hl7) }, hl7)).toEqual({ patientId: 'p' });
    expect(releaseOf({ patientId: undefined, text: 'MSH|\nPID|1||8\n' }, hl7)).toEqual({ text: 'MSH|\rPID|1||8\r' });
  });

  it('that is not taken tells at which field', () => {
    const problem = { type: 'about:blank', title: 'Invalid', status: 400 };
    const errors = [{ pointer: '/patientId', message: 'There is no such person' }];
    expect([...refusedIn(new ProblemError({ ...problem, errors }))]).toEqual(['patientId']);
    expect([...refusedIn(new ProblemError(problem))]).toEqual([]);
    expect([...refusedIn(null)]).toEqual([]);
  });
});

import { csv } from './csv.ts';

describe('a table as CSV', () => {
  it('has a line for each row, and says what is not shown', () => {
    expect(
      csv(
        ['Level', 'Stays'],
        [
          ['IOP', 20],
          ['Detox', null],
        ],
        'hidden (small)',
      ),
    ).toBe('\ufeffLevel,Stays\r\nIOP,20\r\nDetox,hidden (small)\r\n');
  });

  it('quotes what would end a cell, and lets no text run as a formula', () => {
    expect(csv(['a'], [['=1+1'], ['@x'], ['-2'], ['a "b", c']], '')).toBe(
      '\ufeffa\r\n\'=1+1\r\n\'@x\r\n\'-2\r\n"a ""b"", c"\r\n',
    );
    expect(csv(['a'], [[-2]], '')).toBe('\ufeffa\r\n-2\r\n');
  });
});

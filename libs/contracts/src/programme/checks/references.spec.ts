import { readProgramme } from '../read.ts';
import { SiteFile, sitesAgainst } from '../site.ts';
import { faultsIn, shipped } from '../specs/changed.ts';

const four = (changes: Readonly<Record<string, unknown>>) => faultsIn('standard-four.v2.json', changes);

describe('the programmes that ship', () => {
  it.each(['standard-four.v2.json', 'full-continuum.v1.json'])('are sound: %s', (name) =>
    expect(faultsIn(name, {})).toEqual([]),
  );

  it('have what the sites offer', () => {
    const programmes = ['standard-four.v2.json', 'full-continuum.v1.json'].flatMap((name) => {
      const read = readProgramme(shipped(name));
      return 'programme' in read ? [read.programme] : [];
    });
    const { sites } = SiteFile.parse(shipped('sites.json'));
    expect(sitesAgainst(sites, (id) => programmes.find((programme) => programme.id === id))).toEqual([]);
  });
});

describe('a programme that names what it does not have is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a medication', { '/moud/0': 'methadose' }, "/moud/0: 'methadose' is not in the formulary"],
    [
      'a medication under another key',
      { '/formulary/methadone/code': 'methadose' },
      "/formulary/methadone/code: must be 'methadone', its key",
    ],
    [
      'a medication of which doses may be missed',
      { '/medications/missedDoses/byMedication/methadose': 5 },
      "/medications/missedDoses/byMedication/methadose: 'methadose' is not in the formulary",
    ],
    [
      'a medication with a pattern',
      { '/drugTesting/patterns/0/medications/0': 'methadose' },
      "/drugTesting/patterns/0/medications/0: 'methadose' is not in the formulary",
    ],
    [
      'a service that it does not provide',
      { '/levels/iop/notProvided/0': 'drug-testing' },
      "/levels/iop/notProvided/0: 'drug-testing' is also among the services",
    ],
    [
      'a service twice',
      { '/levels/iop/services/1/code': 'treatment-planning' },
      "/levels/iop/services/1: 'treatment-planning' is there twice",
    ],
    [
      'a criterion twice',
      { '/levels/iop/entry/criteria/1/code': 'minimal-withdrawal-risk' },
      "/levels/iop/entry/criteria/1: 'minimal-withdrawal-risk' is there twice",
    ],
    [
      'a mark on nothing',
      { '/generalKnowledge/0': '/levels/iop/colour' },
      "/generalKnowledge/0: '/levels/iop/colour' points at nothing in this programme",
    ],
  ])('%s', (_, changes, fault) => expect(four(changes)).toEqual([fault]));

  it('when what is escalated comes back', () =>
    expect(four({ '/escalation/medical-director': 'nurse' })).toContain(
      '/escalation/nurse: leads in a circle: nurse → medical-director → nurse',
    ));
});

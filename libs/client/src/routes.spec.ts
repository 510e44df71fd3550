import { queryRoutes } from '@stepway/contracts';
import { addressOf } from './routes.ts';

describe('the address of a question', () => {
  it('has its places filled in, safely, and its filters as the search', () => {
    expect(addressOf(queryRoutes.programmeVersion, { id: 'a/b?c', version: 2 })).toBe('/v1/programmes/a%2Fb%3Fc/2');
    expect(addressOf(queryRoutes.episodes, { site: ['main', 'riverside'], limit: 5, q: undefined })).toBe(
      '/v1/episodes?site=main%2Criverside&limit=5',
    );
  });
});

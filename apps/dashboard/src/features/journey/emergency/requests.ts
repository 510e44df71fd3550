import { OpenEmergency, type BreakTheGlass } from '@stepway/contracts';
import { z } from 'zod';
import { post } from '../../../api/request.ts';

export const breakTheGlass = (episodeId: string, body: BreakTheGlass) =>
  post(`/v1/episodes/${encodeURIComponent(episodeId)}/break-the-glass`, body, OpenEmergency);

export const endEmergency = (emergencyId: string) => post(`/v1/break-the-glass/${emergencyId}/end`, {}, z.undefined());

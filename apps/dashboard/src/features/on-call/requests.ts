import type { OnCallView } from '@stepway/contracts';
import { z } from 'zod';
import { post } from '../../api/request.ts';

export const setOnCall = ({ siteId, role, staffIds, until }: OnCallView) =>
  post(`/v1/on-call/${siteId}/${role}`, { staffIds, until }, z.undefined());

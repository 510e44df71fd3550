import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Assessment } from './state.ts';

export function evolveAssessments(
  journey: OpenedJourney,
  event: CareEventOf<'AssessmentRecorded' | 'LevelRecommended'>,
): OpenedJourney {
  switch (event.type) {
    case 'AssessmentRecorded': {
      const { reason: _sealed, dimensions, ...coded } = event.data;
      const assessment: Assessment = {
        ...coded,
        dimensions: dimensions.map(({ evidence: _words, ...rating }) => rating),
        recordedAt: event.recordedAt,
        eventId: event.id,
      };
      return { ...journey, assessments: [...journey.assessments, assessment] };
    }
    case 'LevelRecommended': {
      const { decisionId: _d, assessmentId, explanation: _e, rules: _r, ...indicates } = event.data;
      const assessments = journey.assessments.map((assessment) =>
        assessment.assessmentId === assessmentId ? { ...assessment, indicates } : assessment,
      );
      return { ...journey, assessments, decisionCount: journey.decisionCount + 1 };
    }
  }
}

import { eventId } from './event-id.ts';

describe('the id of an event', () => {
  it('is the name-based UUID of its episode, command and place, for ever the same', () => {
    // Python: uuid.uuid5(UUID('5b1f0c8e-7a3d-4e6f-b0c2-d4e6f8091a2b'), 'e1/c1/0')
    expect(eventId('e1', 'c1', 0)).toBe('5522c79d-fa12-5ed1-b61a-25261c7202c8');
  });

  it('differs by episode, by command and by place', () => {
    const ids = [eventId('e1', 'c1', 0), eventId('e2', 'c1', 0), eventId('e1', 'c2', 0), eventId('e1', 'c1', 1)];
    expect(new Set(ids).size).toBe(4);
  });
});

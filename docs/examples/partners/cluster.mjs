// The cluster, and as whom you come to it: what `stepway partners kafka <partner>` printed.
// STEPWAY_PARTNER_KAFKA_TLS=on beyond the clinic's own machine.
const { STEPWAY_PARTNER_KAFKA: brokers, STEPWAY_PARTNER_KAFKA_TLS: tls } = process.env;
const { STEPWAY_PARTNER_KAFKA_USERNAME: username, STEPWAY_PARTNER_KAFKA_PASSWORD: password } = process.env;
if (!brokers || !username || !password) throw new Error('Set STEPWAY_PARTNER_KAFKA, _USERNAME and _PASSWORD first');

export const cluster = {
  brokers: brokers.split(','),
  ssl: tls === 'on',
  sasl: { mechanism: 'scram-sha-512', username, password },
};

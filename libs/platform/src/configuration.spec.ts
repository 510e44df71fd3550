import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationInvalid, readConfiguration } from './configuration.ts';

const databaseUrl = 'postgresql://stepway_app:secret-canary@127.0.0.1:5442/stepway';

describe('the configuration', () => {
  it('has the documented defaults', () => {
    expect(readConfiguration({ DATABASE_URL: databaseUrl, STEPWAY_DATA_DIR: '/nowhere' })).toMatchObject({
      databaseUrl,
      temporal: { address: '127.0.0.1:7243', namespace: 'default' },
      kafka: { brokers: ['127.0.0.1:9192'] },
      httpPort: 4000,
      mllp: { host: '127.0.0.1', port: 2575 },
      webhooks: { loopback: false, keptDays: 30 },
      keysFile: '/nowhere/keys.json',
    });
  });

  it('names all wrong variables together, and repeats no value', () => {
    const read = (): unknown =>
      readConfiguration({
        DATABASE_URL: 'secret-canary',
        KAFKA_BROKERS: 'one:9092,two',
        STEPWAY_HTTP_PORT: 'http',
        STEPWAY_DATA_DIR: '/nowhere',
      });
    expect(read).toThrow(ConfigurationInvalid);
    expect(read).toThrow(/DATABASE_URL[^]*KAFKA_BROKERS[^]*STEPWAY_HTTP_PORT/);
    expect(read).not.toThrow(/secret-canary/);
  });

  it('hears HL7 v2 beyond this machine over TLS only, with all three files', () => {
    const read = (more: Readonly<Record<string, string>>) =>
      readConfiguration({ DATABASE_URL: databaseUrl, STEPWAY_DATA_DIR: '/nowhere', ...more });
    expect(() => read({ STEPWAY_MLLP_HOST: '0.0.0.0' })).toThrow(/STEPWAY_MLLP_TLS_KEY/);
    const [STEPWAY_MLLP_TLS_KEY, STEPWAY_MLLP_TLS_CERT, STEPWAY_MLLP_TLS_CA] = ['/k.pem', '/c.pem', '/a.pem'];
    expect(() => read({ STEPWAY_MLLP_TLS_KEY })).toThrow(/STEPWAY_MLLP_TLS_CERT[^]*STEPWAY_MLLP_TLS_CA/);
    const tls = { STEPWAY_MLLP_TLS_KEY, STEPWAY_MLLP_TLS_CERT, STEPWAY_MLLP_TLS_CA };
    expect(read({ STEPWAY_MLLP_HOST: '0.0.0.0', ...tls }).mllp).toEqual({
      ...{ host: '0.0.0.0', port: 2575, tls: { keyFile: '/k.pem', certFile: '/c.pem', caFile: '/a.pem' } },
    });
  });

  it('sends webhooks to this machine only where it was asked for, and where nobody else reaches Stepway', () => {
    const read = (more: Readonly<Record<string, string>>) =>
      readConfiguration({ DATABASE_URL: databaseUrl, STEPWAY_DATA_DIR: '/nowhere', ...more }).webhooks;
    const allowed = { STEPWAY_WEBHOOKS_LOOPBACK: 'allow' };
    expect(read(allowed)).toEqual({ loopback: true, keptDays: 30 });
    expect(read({ ...allowed, STEPWAY_PUBLIC_URL: 'http://127.0.0.1:4000' })).toEqual({ loopback: true, keptDays: 30 });
    expect(() => read({ ...allowed, STEPWAY_PUBLIC_URL: 'https://care.example' })).toThrow(/STEPWAY_WEBHOOKS_LOOPBACK/);
    expect(() => read({ STEPWAY_WEBHOOKS_LOOPBACK: 'yes' })).toThrow(/STEPWAY_WEBHOOKS_LOOPBACK/);
  });

  it('comes to Kafka with a password of a file, and sends it readable to this machine only', () => {
    const read = (more: Readonly<Record<string, string>>) =>
      readConfiguration({ DATABASE_URL: databaseUrl, STEPWAY_DATA_DIR: '/nowhere', ...more }).kafka;
    const passwordFile = join(mkdtempSync(join(tmpdir(), 'kafka-')), 'password');
    expect(() => read({ STEPWAY_KAFKA_USERNAME: 'stepway' })).toThrow(/STEPWAY_KAFKA_PASSWORD_FILE/);
    const who = { STEPWAY_KAFKA_USERNAME: 'stepway', STEPWAY_KAFKA_PASSWORD_FILE: passwordFile };
    expect(() => read(who)).toThrow(/STEPWAY_KAFKA_PASSWORD_FILE: not a file/);
    writeFileSync(passwordFile, 'secret-canary');
    expect(read(who).credentials).toEqual({ mechanism: 'scram-sha-512', username: 'stepway', passwordFile });
    const away = { ...who, KAFKA_BROKERS: 'kafka.example:9093', STEPWAY_KAFKA_MECHANISM: 'plain' };
    expect(() => read(away)).toThrow(/STEPWAY_KAFKA_TLS: not set/);
    expect(read({ ...away, STEPWAY_KAFKA_TLS: 'on' }).tls).toEqual({});
    expect(() => read({ STEPWAY_KAFKA_TLS_CA: '/ca.pem' })).toThrow(/STEPWAY_KAFKA_TLS: not set/);
  });

  it('takes an empty data folder for the one of the project', () => {
    const environment = { DATABASE_URL: databaseUrl, STEPWAY_DATA_DIR: '', STEPWAY_KEYS: '/nowhere/keys.json' };
    expect(readConfiguration(environment).dataDir).toBe('.stepway');
  });

  it('takes an empty variable for one that is not set', () => {
    const configuration = readConfiguration({
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: '',
      STEPWAY_DATA_DIR: '/nowhere',
    });
    expect(configuration.temporal.address).toBe('127.0.0.1:7243');
  });

  describe('beside a running local stack', () => {
    let dataDir: string;
    let passwordFile: string;
    beforeEach(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'stack-'));
      passwordFile = join(dataDir, 'password');
      writeFileSync(passwordFile, 'secret-canary');
      const kafka = { kafka: '127.0.0.1:1', kafkaPartners: '127.0.0.1:2' };
      const kafkaCredentials = { mechanism: 'plain', username: 'stepway', passwordFile };
      const stack = { http: 'http://127.0.0.1:4100', postgres: databaseUrl, temporal: '127.0.0.1:7300', ...kafka };
      writeFileSync(join(dataDir, 'stack.json'), JSON.stringify({ ...stack, kafkaCredentials }));
    });
    afterEach(() => rmSync(dataDir, { recursive: true }));

    it('finds the addresses in stack.json', () => {
      const { httpPort, temporal } = readConfiguration({ STEPWAY_DATA_DIR: dataDir });
      expect({ httpPort, temporal: temporal.address }).toEqual({ httpPort: 4100, temporal: '127.0.0.1:7300' });
    });

    it('finds there how one comes to its Kafka', () => {
      expect(readConfiguration({ STEPWAY_DATA_DIR: dataDir }).kafka).toEqual({
        ...{ brokers: ['127.0.0.1:1'], partnerBrokers: ['127.0.0.1:2'] },
        credentials: { mechanism: 'plain', username: 'stepway', passwordFile },
      });
    });

    it('lets the environment overrule them', () => {
      const { kafka } = readConfiguration({ STEPWAY_DATA_DIR: dataDir, KAFKA_BROKERS: 'a:1,b:2' });
      expect(kafka).toEqual({ brokers: ['a:1', 'b:2'] }); // nor the credentials of the other Kafka
    });
  });
});

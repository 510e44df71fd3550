/** As whom our own programs come to the broker, and the broker to its controller. */
export const house = 'stepway';

/** How long a connection of a partner lasts under a password that was replaced. */
const askAgainMs = 60_000;

/**
 * `server.properties` of a broker that is its own controller. Three addresses, each asks who comes: ours, the controller's
 * (by either one could change everything), and that of partners. The house is known by this file and may do anything;
 * partners are users of SCRAM that the cluster keeps, and may do what a rule of the cluster allows, else nothing.
 */
export const kafkaSettings = ({ port, partnerPort, controllerPort, password, data }) => `process.roles=broker,controller
node.id=1
listeners=HOUSE://127.0.0.1:${port},PARTNERS://127.0.0.1:${partnerPort},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=HOUSE://127.0.0.1:${port},PARTNERS://127.0.0.1:${partnerPort}
inter.broker.listener.name=HOUSE
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,HOUSE:SASL_PLAINTEXT,PARTNERS:SASL_PLAINTEXT
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.house.sasl.enabled.mechanisms=PLAIN
listener.name.house.plain.sasl.jaas.config=${known(password)}
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=${known(password)}
listener.name.partners.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.partners.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.partners.scram-sha-512.connections.max.reauth.ms=${askAgainMs}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:${house}
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
log.dirs=${data}
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
offsets.topic.num.partitions=1
transaction.state.log.num.partitions=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
log.cleaner.dedupe.buffer.size=4194304
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=3000
`;

const known = (password) =>
  `org.apache.kafka.common.security.plain.PlainLoginModule required username="${house}" password="${password}" user_${house}="${password}";`;

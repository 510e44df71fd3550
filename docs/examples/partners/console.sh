#!/bin/sh
# console.sh <partner>, with the variables of cluster.mjs: the first event kept, by the console tool of a Kafka distribution,
# whose jars lie in KAFKA_LIB. With a distribution at hand: bin/kafka-console-consumer.sh and the same options.
set -e
umask 077
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
cat > "$settings" <<END
security.protocol=SASL_PLAINTEXT
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="$STEPWAY_PARTNER_KAFKA_USERNAME" password="$STEPWAY_PARTNER_KAFKA_PASSWORD";
END
java -cp "$KAFKA_LIB/*" org.apache.kafka.tools.consumer.ConsoleConsumer \
  --bootstrap-server "$STEPWAY_PARTNER_KAFKA" --command-config "$settings" --group "stepway.partner.$1.console" \
  --topic "stepway.partner.$1.v1" --from-beginning --max-messages 1 --timeout-ms 30000 \
  --formatter-property print.key=true --formatter-property print.headers=true

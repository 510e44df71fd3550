#!/bin/sh
# console.sh <brokers> <partner>: the first event kept, by the console tool of a Kafka distribution, whose jars lie in
# KAFKA_LIB. With a distribution at hand: bin/kafka-console-consumer.sh and the same options.
exec java -cp "$KAFKA_LIB/*" org.apache.kafka.tools.consumer.ConsoleConsumer \
  --bootstrap-server "$1" --topic "stepway.partner.$2.v1" --from-beginning --max-messages 1 --timeout-ms 30000 \
  --formatter-property print.key=true --formatter-property print.headers=true

package org.superbill.servicekit.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** {@code superbill.kafka.*}. */
@ConfigMapping(prefix = "superbill.kafka")
public interface KafkaSettings {
    /** Host and port of a broker, several with commas. */
    String bootstrap();

    /** Of each topic that is made here; a topic that exists keeps its own. */
    @WithDefault("3")
    int partitions();

    /** Settings of every Kafka client as Kafka names them, e.g. {@code security.protocol}. */
    Map<String, String> client();

    /** What a Kafka client starts from. */
    default Map<String, Object> common() {
        var common = new HashMap<String, Object>();
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        common.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
        common.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        common.put("enable.metrics.push", "false");
        common.putAll(client());
        return common;
    }
}

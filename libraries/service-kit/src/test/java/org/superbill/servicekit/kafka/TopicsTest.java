package org.superbill.servicekit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class TopicsTest {
    @Inject
    KafkaSettings settings;

    @Test
    void aTopicOfAnOlderReleaseTakesLargeRecordsFromNowOnAndKeepsAllElse() throws Exception {
        var name = "old-" + UUID.randomUUID();
        var wide = "wide-" + UUID.randomUUID();
        try (var admin = Admin.create(settings.common())) {
            admin.createTopics(List.of(
                            new NewTopic(name, 1, (short) 1).configs(Map.of("retention.ms", "777777")),
                            new NewTopic(wide, 1, (short) 1).configs(Map.of("max.message.bytes", "9000000"))))
                    .all()
                    .get();
            new Topics(settings).ensure(List.of(name, wide));

            assertThat(setting(admin, name, "max.message.bytes")).isEqualTo(Integer.toString(Topics.LARGEST_RECORD));
            assertThat(setting(admin, name, "retention.ms")).isEqualTo("777777");
            assertThat(setting(admin, wide, "max.message.bytes")).isEqualTo("9000000");
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }
}

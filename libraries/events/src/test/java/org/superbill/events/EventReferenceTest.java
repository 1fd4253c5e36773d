package org.superbill.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document and the reference page, both from {@link EventContract} and the schemas. */
class EventReferenceTest {

    @Test
    void theAsyncApiDocumentFollowsFromTheContracts() throws Exception {
        var yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .build();
        var document = yaml.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Superbill events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode over Kafka. The key is the subject; dead letters go to TOPIC.dead-letter.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = document.putObject("components").putObject("messages");
        for (var contract : EventContract.values()) {
            var name = contract.topic();
            var channel = channels.putObject(name).put("address", name);
            reference(channel.putObject("messages").putObject(name), "#/components/messages/" + name);
            var operation = operations.putObject(name).put("action", "send").put("summary", contract.summary());
            reference(operation.putObject("channel"), "#/channels/" + name);
            var message = messages.putObject(name)
                    .put("name", contract.type())
                    .put("summary", contract.summary())
                    .put("contentType", "application/json");
            headers(message.putObject("headers"), contract);
            message.putObject("payload").put("$ref", "schemas/" + EventSchemas.fileName(contract));
        }
        Generated.check("libraries/events/src/main/resources/asyncapi.yaml", yaml.writeValueAsString(document));
    }

    @Test
    void theReferencePageFollowsFromTheContracts() throws Exception {
        var rows = Arrays.stream(EventContract.values())
                .map(contract -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                contract.topic(),
                                contract.publisher(),
                                contract.ordering().name().toLowerCase(java.util.Locale.ROOT),
                                contract.summary(),
                                fields(contract)))
                .collect(Collectors.joining("\n"));
        Generated.check("docs/events.md", """
                # Events

                Each is a record in `libraries/events`, a JSON Schema in its `schemas/` and a channel of its `asyncapi.yaml`; this page follows from them.
                They travel as CloudEvents 1.0 in binary mode over Kafka: the topic is the name, the type `org.superbill.NAME.v1`, the key the subject,
                the headers `ce_id`, `ce_type`, `ce_source`, `ce_subject`, `ce_time`, `ce_organization`, `ce_sequence`.

                *sequenced*: counted 1, 2, 3 … per type and subject; one that comes early waits, one that comes again is ignored. *state*: the whole state
                in a compacted topic; the highest sequence wins. *unordered*: every record counts, in any order. What can never be applied goes to `NAME.dead-letter`.

                | event | told by | order | when | fields |
                |---|---|---|---|---|
                %s
                """.formatted(rows));
    }

    private static String fields(EventContract contract) {
        return Arrays.stream(contract.payload().getRecordComponents())
                .map(component -> "`" + component.getName() + "`")
                .collect(Collectors.joining(" "));
    }

    private static void headers(ObjectNode headers, EventContract contract) {
        headers.put("type", "object");
        var properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("const", "1.0");
        properties.putObject("ce_id").put("type", "string").put("format", "uuid");
        properties.putObject("ce_type").put("const", contract.type());
        properties.putObject("ce_source").put("type", "string");
        properties.putObject("ce_subject").put("type", "string");
        properties.putObject("ce_time").put("type", "string").put("format", "date-time");
        properties.putObject("ce_organization").put("type", "string").put("format", "uuid");
        properties.putObject("ce_sequence").put("type", "integer").put("minimum", 1);
    }

    private static void reference(ObjectNode node, String target) {
        node.put("$ref", target);
    }
}

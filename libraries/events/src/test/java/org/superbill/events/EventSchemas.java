package org.superbill.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (2020-12) of each event, from its record: what is not {@link Nullable} is required. */
final class EventSchemas {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", LocalDate.class, "date", Instant.class, "date-time");

    private EventSchemas() {}

    static ObjectNode of(EventContract contract) {
        var config = new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.FLATTENED_ENUMS)
                .without(Option.NONSTATIC_NONVOID_NONGETTER_METHODS, Option.VOID_METHODS, Option.STATIC_METHODS);
        config.forFields()
                .withRequiredCheck(field -> field.getRawMember() != null
                        && !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var format = FORMATS.get(type.getErasedType());
            if (format == null) {
                return null;
            }
            var definition = context.getGeneratorConfig()
                    .createObjectNode()
                    .put("type", "string")
                    .put("format", format);
            return new CustomDefinition(
                    definition, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
        });
        var schema = new SchemaGenerator(config.build()).generateSchema(contract.payload());
        schema.put("title", contract.type());
        schema.put("description", contract.summary());
        return schema;
    }

    static String text(JsonNode node) throws JsonProcessingException {
        return JSON.writeValueAsString(node) + "\n";
    }

    static String fileName(EventContract contract) {
        return contract.topic() + ".v" + contract.version() + ".json";
    }
}

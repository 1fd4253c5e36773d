package org.superbill.servicekit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The enums of a service and of the libraries by the names that its API document gives them, with the values that the mapper writes, and reads back. */
final class WireEnums {
    private final ObjectMapper mapper;
    /** Two enums of one simple name are told apart by a number in the document, so that either will do. */
    private final Map<String, Set<List<String>>> valuesByName = new HashMap<>();

    WireEnums(ObjectMapper mapper, String module) throws IOException {
        this.mapper = mapper;
        ServiceClasses.of(module).stream().filter(Class::isEnum).forEach(this::add);
    }

    /** Whether the values are those of an enum of that name; what is none of ours (Jackson's, or behind the gateway) may have any. */
    boolean allow(String schema, List<String> values) {
        var ours = valuesByName.get(schema.replaceFirst("[0-9]+$", ""));
        return ours == null || ours.contains(values);
    }

    private void add(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        var name = schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
        valuesByName
                .computeIfAbsent(name, none -> new HashSet<>())
                .add(Arrays.stream(type.getEnumConstants()).map(this::wire).toList());
    }

    /** As written; a value that is not read back as the same constant is one that no document can be right about. */
    private String wire(Object constant) {
        try {
            var written = mapper.<JsonNode>valueToTree(constant);
            return constant.equals(mapper.treeToValue(written, ((Enum<?>) constant).getDeclaringClass()))
                    ? written.asText()
                    : written.asText() + " is not read back";
        } catch (JsonProcessingException e) {
            return constant + " is not read";
        }
    }
}

package org.superbill.coding.officialcodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What else a file says of a code, gathered to a JSON object whose keys are in alphabetical order. */
final class Attributes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<String, Object> values = new TreeMap<>();

    Attributes with(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    Attributes with(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    Attributes with(String name, Collection<String> list) {
        if (!list.isEmpty()) {
            values.put(name, list);
        }
        return this;
    }

    /** @return null when there is nothing */
    @Nullable
    String json() {
        try {
            return values.isEmpty() ? null : JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts, lists and truth values can be written
        }
    }
}

package org.superbill.coding.codesystem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of a code, as the database has them. */
final class StoredAttributes {
    private StoredAttributes() {}

    static Map<String, Object> read(String json) {
        try {
            return ShippedRelease.JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The attributes of a code are not what was written", e);
        }
    }
}

package org.superbill.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a schema only grew: what readers of the released one rely on is still there, and still of its type. */
final class ContractGrowth {
    private ContractGrowth() {}

    /** @return what was broken, each with its place; empty when the contract only grew */
    static List<String> breaks(JsonNode released, JsonNode current) {
        var breaks = new ArrayList<String>();
        compare("", released, released, current, current, new HashSet<>(), breaks);
        return breaks;
    }

    private static void compare(
            String path,
            JsonNode released,
            JsonNode releasedRoot,
            JsonNode current,
            JsonNode currentRoot,
            Set<String> seen,
            List<String> breaks) {
        if (released.has("$ref") && !seen.add(path + released.get("$ref").asText())) {
            return;
        }
        var old = resolve(released, releasedRoot);
        var now = resolve(current, currentRoot);
        for (var keyword : List.of("type", "format", "enum")) {
            if (keyword.equals("enum")
                    ? !containsAll(now.path(keyword), old.path(keyword))
                    : !old.path(keyword).equals(now.path(keyword))) {
                breaks.add("%s: %s was %s and is %s"
                        .formatted(place(path), keyword, old.path(keyword), now.path(keyword)));
            }
        }
        // a field that readers may count on must go on being there
        old.path("required").forEach(name -> {
            if (!contains(now.path("required"), name)) {
                breaks.add("%s/%s: was required".formatted(path, name.asText()));
            }
        });
        old.path("properties").properties().forEach(property -> {
            var there = path + "/" + property.getKey();
            var successor = now.path("properties").path(property.getKey());
            if (successor.isMissingNode()) {
                breaks.add(there + ": is gone");
            } else {
                compare(there, property.getValue(), releasedRoot, successor, currentRoot, seen, breaks);
            }
        });
        // an older event, stored or on its way, must still be readable
        now.path("required").forEach(name -> {
            if (!old.path("properties").has(name.asText())) {
                breaks.add("%s/%s: is new and required".formatted(path, name.asText()));
            } else if (!contains(old.path("required"), name)) {
                breaks.add("%s/%s: has become required".formatted(path, name.asText()));
            }
        });
        if (old.has("items")) {
            compare(path + "/*", old.get("items"), releasedRoot, now.path("items"), currentRoot, seen, breaks);
        }
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }

    private static boolean containsAll(JsonNode array, JsonNode expected) {
        for (var value : expected) {
            if (!contains(array, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(JsonNode array, JsonNode expected) {
        for (var value : array) {
            if (value.equals(expected)) {
                return true;
            }
        }
        return false;
    }

    private static String place(String path) {
        return path.isEmpty() ? "/" : path;
    }
}

package org.superbill.billing.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.superbill.servicekit.inbox.NotYet;

/** Some facts read together, by kind and id. What many claims have in common is made once. */
record KnownFacts(Map<Key, String> bodies, Map<Key, Object> made) {
    KnownFacts(Map<Key, String> bodies) {
        this(bodies, new HashMap<>());
    }

    /** Which fact. */
    record Key(String kind, UUID id) {}

    boolean has(String kind, UUID id) {
        return bodies.containsKey(new Key(kind, id));
    }

    /** @throws NotYet when it has not been told yet */
    <T> T get(String kind, UUID id, TypeReference<T> type) {
        var key = new Key(kind, id);
        var body = bodies.get(key);
        if (body == null) {
            throw new NotYet("%s %s".formatted(kind, id), id);
        }
        @SuppressWarnings("unchecked") // a kind is read as one type only
        var fact = (T) made.computeIfAbsent(key, missing -> FactsJson.read(body, type));
        return fact;
    }
}

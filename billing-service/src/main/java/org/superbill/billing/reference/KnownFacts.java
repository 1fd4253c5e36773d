package org.superbill.billing.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.UUID;
import org.superbill.servicekit.inbox.NotYet;

/** Some facts read together, by kind and id. */
record KnownFacts(Map<Key, String> bodies) {

    /** Which fact. */
    record Key(String kind, UUID id) {}

    boolean has(String kind, UUID id) {
        return bodies.containsKey(new Key(kind, id));
    }

    /** @throws NotYet when it has not been told yet */
    <T> T get(String kind, UUID id, TypeReference<T> type) {
        var body = bodies.get(new Key(kind, id));
        if (body == null) {
            throw new NotYet("%s %s".formatted(kind, id), id);
        }
        return FactsJson.read(body, type);
    }
}

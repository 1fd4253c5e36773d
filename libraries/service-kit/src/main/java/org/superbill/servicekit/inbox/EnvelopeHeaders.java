package org.superbill.servicekit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EventContract;
import org.superbill.events.Ordering;
import org.superbill.servicekit.ids.Ids;

/** Reads the CloudEvents headers of a record (binary mode of the Kafka protocol binding, 3.2). */
final class EnvelopeHeaders {
    /** What may come without an organization. */
    private static final Set<String> OF_ANYBODY = Arrays.stream(EventContract.values())
            .filter(EventContract::mayBeOfNoOrganization)
            .map(EventContract::topic)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern PLAIN =
            Pattern.compile("[\\x21-\\x7e]{1,200}"); // it becomes part of a key in the database

    private final Headers headers;
    private final @Nullable String organization;

    private EnvelopeHeaders(Headers headers) {
        this.headers = headers;
        this.organization = plain("ce_organization");
    }

    /** @throws UnreadableEnvelope naming the header at fault, never quoting it */
    static Envelope read(String topic, Ordering ordering, Headers headers) {
        return new EnvelopeHeaders(headers).read(topic, ordering);
    }

    static @Nullable String traceparent(Headers headers) {
        return text(headers, "ce_traceparent");
    }

    private Envelope read(String topic, Ordering ordering) {
        return new Envelope(
                uuid("ce_id", required("ce_id")),
                required("ce_type"),
                required("ce_subject"),
                organization(topic),
                sequence(ordering),
                time(),
                required("ce_source"));
    }

    private UUID organization(String topic) {
        if (organization == null && text(headers, "ce_organization") == null && OF_ANYBODY.contains(topic)) {
            return Envelope.NO_ORGANIZATION;
        }
        return uuid("ce_organization", required("ce_organization"));
    }

    private long sequence(Ordering ordering) {
        if (ordering == Ordering.UNORDERED) {
            return 0;
        }
        try {
            var sequence = Long.parseLong(required("ce_sequence"));
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // as a number that is too small
        }
        throw unreadable("ce_sequence");
    }

    private Instant time() {
        try {
            return OffsetDateTime.parse(required("ce_time")).toInstant();
        } catch (DateTimeException e) {
            throw unreadable("ce_time");
        }
    }

    private UUID uuid(String name, String value) {
        return Ids.read(value).orElseThrow(() -> unreadable(name));
    }

    private String required(String name) {
        var value = plain(name);
        if (value == null) {
            throw unreadable(name);
        }
        return value;
    }

    private @Nullable String plain(String name) {
        var value = text(headers, name);
        return value != null && PLAIN.matcher(value).matches() ? value : null;
    }

    private UnreadableEnvelope unreadable(String name) {
        return new UnreadableEnvelope("The header " + name + " is missing or unreadable", knownOrganization());
    }

    private @Nullable String knownOrganization() {
        try {
            return organization == null ? null : UUID.fromString(organization).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

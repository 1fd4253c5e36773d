package org.superbill.servicekit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, as the record that it becomes: CloudEvents 1.0 in binary mode. */
record Waiting(long id, String aggregate, ProducerRecord<byte[], byte[]> message) {
    static final String COLUMNS =
            "id, topic, subject, event_id, organization_id, type, sequence, source, time, traceparent, headers, payload";
    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    static Waiting of(ResultSet row) throws SQLException {
        var topic = row.getString(2);
        var subject = row.getString(3);
        var foreign = row.getString(11);
        var headers = foreign == null ? cloudEvent(row, subject) : RecordHeadersJson.read(foreign);
        return new Waiting(
                row.getLong(1),
                topic + ' ' + subject,
                new ProducerRecord<>(topic, null, bytes(subject), row.getBytes(12), headers));
    }

    private static Headers cloudEvent(ResultSet row, String subject) throws SQLException {
        var headers = new RecordHeaders();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", bytes(row.getString(4)));
        headers.add("ce_source", bytes(row.getString(8)));
        headers.add("ce_type", bytes(row.getString(6)));
        headers.add("ce_time", bytes(row.getObject(9, OffsetDateTime.class).toString()));
        headers.add("ce_subject", bytes(subject));
        addUnlessEmpty(headers, "ce_organization", row.getString(5));
        headers.add("ce_sequence", bytes(Long.toString(row.getLong(7))));
        headers.add("content-type", JSON);
        addUnlessEmpty(headers, "ce_traceparent", row.getString(10));
        return headers;
    }

    private static void addUnlessEmpty(Headers headers, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            headers.add(name, bytes(value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

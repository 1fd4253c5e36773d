package org.superbill.servicekit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a Kafka record as a JSON object of texts, for a table's column. Byte for byte: each byte is one Latin-1 character. */
public final class RecordHeadersJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordHeadersJson() {}

    public static String write(Headers headers) {
        var texts = new LinkedHashMap<String, String>();
        for (var header : headers) {
            texts.put(header.key(), header.value() == null ? "" : latin1(header.value()));
        }
        try {
            return MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts that are no JSON", e);
        }
    }

    public static Headers read(String json) {
        try {
            var texts = MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
            var headers = new RecordHeaders();
            texts.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.ISO_8859_1)));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers that were not written here", e);
        }
    }

    private static String latin1(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }
}
